import FoundationEssentials
import Material
import OpenData
public import Programme
import Records

extension Office {
    /// Takes a postcode look-up in, all of it or nothing; how many postcodes there are then.
    public func importPostcodes(_ path: String, by actor: Actor) async throws -> Int {
        try actor.require(.countsImported)
        let now = surroundings.now()
        return try await records.change(actor, .countsImported, at: now) { ledger in
            try PostcodeSheet.read(.file(path)) { postcode, lsoa in try ledger.setLSOA(lsoa, of: postcode) }
            let count = try ledger.read.postcodeCount()
            try ledger.note("postcodes", ["count": "\(count)"])
            return count
        }
    }

    /// A request with the small area and, where it can be told, the policing area of its postcodes; the postcodes are dropped.
    func located(_ request: BookingRequest, on today: CalendarDate, _ reader: Reader) throws -> BookingRequest {
        var located = request
        (located.homePostcode, located.workPostcode) = (nil, nil)
        if let home = try request.homePostcode.flatMap(reader.lsoa(of:)) {
            located.homeLSOA = home
            located.homeArea = try located.homeArea ?? area(ofLSOA: home, on: today, reader)
        }
        if let work = try request.workPostcode.flatMap(reader.lsoa(of:)) {
            located.workLSOA = work
            located.workArea = try located.workArea ?? area(ofLSOA: work, on: today, reader)
        }
        return located
    }

    private func area(ofLSOA code: String, on today: CalendarDate, _ reader: Reader) throws -> String? {
        let name = try reader.smallAreaName(code)
        return reference.areas.allocation(ofLSOA: code, named: name, on: today).area?.rawValue
    }
}
