import Programme
import Records

/// What is known of small areas: their names, their districts by the look-up, and what they became in 2021 or were in 2011.
final class PlaceBook {
    /// The small areas on record.
    let places: PlaceNames
    /// The names of their districts, each once.
    private let districts: [String]
    /// Which of these each place lies in.
    private let district: [Int]
    private let byLookUp: PlaceNames
    private let reader: Reader
    /// Read when the first place asks, which many never do.
    private var relatives: [UInt32: [UInt32]]?

    init(_ reader: Reader) throws {
        self.reader = reader
        places = try reader.smallAreas()
        byLookUp = try reader.smallAreasByDistrict()
        (districts, district) = places.districts()
    }

    /// The district of a place on record by its name there.
    func district(ofPlace place: Int) -> (number: Int, name: String) { (district[place], districts[district[place]]) }

    /// The district of a place that has no name on record.
    func districtByLookUp(_ number: UInt32) -> String? { byLookUp.index(of: number).map { byLookUp[$0].districtName } }

    /// The name of a small area by its code, or that of its district.
    func name(_ code: String) -> String? {
        LSOA.number(ofCode: code).flatMap { number in
            places.index(of: number).map { places[$0].name } ?? byLookUp.index(of: number).map { byLookUp[$0].name }
        }
    }

    /// What a place became in 2021 or was in 2011, when that has another code.
    func relatives(of number: UInt32) throws -> [UInt32] {
        if let relatives { return relatives[number] ?? [] }
        var found: [UInt32: [UInt32]] = [:]
        for succession in try reader.successions() {
            guard let older = LSOA.number(ofCode: succession.older), let newer = LSOA.number(ofCode: succession.newer)
            else { continue }
            found[older, default: []].append(newer)
            found[newer, default: []].append(older)
        }
        relatives = found
        return found[number] ?? []
    }
}
