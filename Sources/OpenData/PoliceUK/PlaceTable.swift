import Programme

/// Counts by place and category, in memory that grows with the number of places and not with the file.
struct PlaceTable: ~Copyable {
    /// More places than England, Wales and Northern Ireland have had in all census editions together.
    static let limit = 250_000
    private static let categories = CrimeCategory.allCases.count

    private var slots: [(code: UInt64, place: Int32)]
    private var mask: Int
    private var codes: [UInt64] = [0]
    private var names: [String] = [""]
    private var counts = [Int](repeating: 0, count: PlaceTable.categories)

    init() {
        slots = Array(repeating: (0, 0), count: 4096)
        mask = 4095
    }

    /// The nine characters of an ONS code packed into 63 bits; nil for anything that is not a letter and eight digits.
    static func packed(_ code: UnsafeRawBufferPointer) -> UInt64? {
        guard code.count == 9, (0x41...0x5A).contains(code[0]) else { return nil }
        var packed = UInt64(code[0])
        for index in 1..<9 {
            guard (0x30...0x39).contains(code[index]) else { return nil }
            packed = packed << 7 | UInt64(code[index])
        }
        return packed
    }

    /// Adds one row without a place.
    mutating func addUnallocated(_ category: Int) { counts[category] += 1 }

    /// Adds one row; false when there are more places than there can be.
    mutating func add(_ code: UInt64, name: @autoclosure () -> String, category: Int) -> Bool {
        var slot = Self.hash(code) & mask
        while slots[slot].code != code {
            if slots[slot].code == 0 {
                guard codes.count < Self.limit else { return false }
                slots[slot] = (code, Int32(truncatingIfNeeded: codes.count))
                codes.append(code)
                names.append(name())
                counts.append(contentsOf: repeatElement(0, count: Self.categories))
                if codes.count * 2 > slots.count {
                    counts[(codes.count - 1) * Self.categories + category] += 1
                    grow()
                    return true
                }
                break
            }
            slot = (slot + 1) & mask
        }
        counts[Int(slots[slot].place) * Self.categories + category] += 1
        return true
    }

    /// The cells that are not zero: rows without a place first, then by code; within a place in the order of categories.
    func cells() -> [PlaceCount] {
        let order = codes.indices.sorted { codes[$0] < codes[$1] }
        return order.flatMap { place in
            let lsoa = place == 0 ? nil : LSOA(code: Self.text(codes[place]), name: names[place])
            return CrimeCategory.allCases.enumerated().compactMap { index, category in
                let count = counts[place * Self.categories + index]
                return count == 0 ? nil : PlaceCount(place: lsoa, category: category, count: count)
            }
        }
    }

    private static func text(_ packed: UInt64) -> String {
        String(decoding: (0..<9).reversed().map { UInt8(packed >> (7 * UInt64($0)) & 0x7F) }, as: UTF8.self)
    }

    private static func hash(_ code: UInt64) -> Int { Int(truncatingIfNeeded: (code &* 0x9E37_79B9_7F4A_7C15) >> 32) }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: (0, 0), count: old.count * 2)
        mask = slots.count - 1
        for entry in old where entry.code != 0 {
            var slot = Self.hash(entry.code) & mask
            while slots[slot].code != 0 { slot = (slot + 1) & mask }
            slots[slot] = entry
        }
    }
}
