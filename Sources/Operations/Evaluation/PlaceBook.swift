import Programme
import Records

/// What is known of small areas: their names, their districts by the look-up, and what they became in 2021 or were in 2011.
struct PlaceBook {
    private let names: [String: String]
    private let districts: [String: String]
    private var relatives: [String: [String]] = [:]

    init(_ reader: Reader) throws {
        names = try reader.smallAreaNames()
        districts = try reader.smallAreaDistricts()
        for succession in try reader.successions() {
            relatives[succession.older, default: []].append(succession.newer)
            relatives[succession.newer, default: []].append(succession.older)
        }
    }

    /// The area of a small one: by its own code and name, or else by those of the census edition before or after, when all of
    /// them lie in one area.
    func area(of code: String, by allocator: AreaAllocator) -> Slug<PolicingArea>? {
        if let area = allocator.allocation(ofLSOA: code, named: name(code)).area { return area }
        let areas = (relatives[code] ?? []).map { allocator.allocation(ofLSOA: $0, named: name($0)).area }
        guard let first = areas.first, areas.allSatisfy({ $0 == first }) else { return nil }
        return first
    }

    private func name(_ code: String) -> String? { names[code] ?? districts[code] }
}
