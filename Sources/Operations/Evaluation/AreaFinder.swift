import Programme

/// Finds the areas of small ones by their numbers, each once, however many months and years ask.
struct AreaFinder {
    private enum Found {
        static let unknown = -2, nowhere = -1
    }

    /// The areas' codes and names.
    let codes: [Slug<PolicingArea>]
    let names: [String]
    let book: PlaceBook
    private let allocator: AreaAllocator
    private let indices: [Slug<PolicingArea>: Int]
    /// By place on record, by district on record, and by number for places that are not on record.
    private var ofPlace: [Int]
    private var ofDistrict: [Int: Int] = [:]
    private var ofStranger: [UInt32: Int] = [:]

    /// - Parameters:
    ///   - areas: The areas.
    ///   - allocator: Knows what they are made of.
    ///   - book: Knows the names of small areas.
    init(areas: [PolicingArea], allocator: AreaAllocator, book: PlaceBook) {
        (self.allocator, self.book) = (allocator, book)
        var (indices, codes, names): ([Slug<PolicingArea>: Int], [Slug<PolicingArea>], [String]) = ([:], [], [])
        for area in areas where indices[area.code] == nil {
            indices[area.code] = codes.count
            codes.append(area.code)
            names.append(area.name)
        }
        (self.indices, self.codes, self.names) = (indices, codes, names)
        ofPlace = Array(repeating: Found.unknown, count: book.places.count)
    }

    /// Which of the areas holds a small one: by its own code and name, or else by those of the census edition before or after,
    /// when all of them lie in one area. Nil for none.
    ///
    /// - Parameters:
    ///   - number: The small area, ``Programme/LSOA/number(ofCode:)``.
    ///   - start: Where a place with a smaller number stood on record, and then where this one does.
    /// - Returns: Its place among ``codes`` and ``names``.
    /// - Throws: What the database says when the census editions cannot be read.
    mutating func area(of number: UInt32, from start: inout Int) throws -> Int? {
        guard let place = book.places.index(of: number, from: start) else {
            if let known = ofStranger[number] { return known == Found.nowhere ? nil : known }
            let area = try areaOrRelatives(number, nil)
            ofStranger[number] = area ?? Found.nowhere
            return area
        }
        start = place
        if ofPlace[place] == Found.unknown { ofPlace[place] = try areaOrRelatives(number, place) ?? Found.nowhere }
        return ofPlace[place] == Found.nowhere ? nil : ofPlace[place]
    }

    private mutating func areaOrRelatives(_ number: UInt32, _ place: Int?) throws -> Int? {
        if let area = ownArea(number, place) { return area }
        let areas = try book.relatives(of: number).map { ownArea($0, book.places.index(of: $0)) }
        guard let first = areas.first, areas.allSatisfy({ $0 == first }) else { return nil }
        return first
    }

    private mutating func ownArea(_ number: UInt32, _ place: Int?) -> Int? {
        if allocator.holdsSmallAreas, let area = allocator.area(holding: .lsoa(LSOA.code(ofNumber: number))) {
            return indices[area]
        }
        guard let place else {
            return book.districtByLookUp(number).flatMap { allocator.area(holding: .district($0)) }
                .flatMap { indices[$0] }
        }
        let district = book.district(ofPlace: place)
        if let known = ofDistrict[district.number] { return known == Found.nowhere ? nil : known }
        let area = allocator.area(holding: .district(district.name)).flatMap { indices[$0] }
        ofDistrict[district.number] = area ?? Found.nowhere
        return area
    }
}
