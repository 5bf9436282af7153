import Programme
import Records

/// What is known of small areas: their names, their districts by the look-up, and what they became in 2021 or were in 2011.
///
/// What only a few places need is read when the first of them asks.
final class PlaceBook {
    /// The small areas on record.
    let places: PlaceNames
    /// The names of their districts, each once.
    private let districts: [String]
    /// Which of these each place lies in.
    private let district: [Int]
    private let reader: Reader
    private var byLookUp: PlaceNames?
    private var relatives: [UInt32: [UInt32]]?

    init(_ reader: Reader) throws {
        self.reader = reader
        places = try reader.smallAreas()
        (districts, district) = places.districts()
    }

    /// The district of a place on record by its name there.
    func district(ofPlace place: Int) -> (number: Int, name: String) { (district[place], districts[district[place]]) }

    /// The district of a place that has no name on record.
    func districtByLookUp(_ number: UInt32) throws -> String? {
        let lookUp = try byLookUp ?? reader.smallAreasByDistrict()
        byLookUp = lookUp
        return lookUp.index(of: number).map { lookUp[$0].districtName }
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
