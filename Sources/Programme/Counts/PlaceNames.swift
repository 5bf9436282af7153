/// Places with their names, in order of their codes, in a few bytes each: a month of a force has a thousand or more, and most
/// are only looked at to see that they are known already.
public struct PlaceNames: Hashable, Sendable, RandomAccessCollection {
    /// The codes as numbers, ``LSOA/number(ofCode:)``, rising.
    private var numbers: [UInt32] = []
    /// Where each name ends in `bytes`.
    private var ends: [Int] = []
    private var bytes: [UInt8] = []

    /// No places.
    public init() {}

    /// Lines of a code, a tab and a name, in any order; of those with the same code the last. What is no LSOA code is left out.
    public init(lines: String) {
        var lines = lines
        lines.withUTF8 { bytes in
            var found: [(number: UInt32, name: Range<Int>)] = []
            var start = 0
            while start < bytes.count {
                let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
                if let tab = bytes[start..<end].firstIndex(of: UInt8(ascii: "\t")),
                    let number = LSOA.number(ofUTF8: bytes[start..<tab])
                {
                    found.append((number, tab + 1..<end))
                }
                start = end + 1
            }
            let order = found.indices.map { UInt64(found[$0].number) << 32 | UInt64($0) }.sorted()
            reserveCapacity(order.count)
            for (place, entry) in order.enumerated() {
                let isLast = place + 1 == order.count || order[place + 1] >> 32 != entry >> 32
                let name = found[Int(entry & 0xFFFF_FFFF)].name
                if isLast {
                    append(UInt32(entry >> 32), UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[name])))
                }
            }
        }
    }

    /// Adds a place, whose number is above those before it.
    public mutating func append(_ number: UInt32, _ name: UnsafeRawBufferPointer) {
        numbers.append(number)
        bytes.append(contentsOf: name)
        ends.append(bytes.count)
    }

    /// Makes room for so many places.
    public mutating func reserveCapacity(_ count: Int) {
        numbers.reserveCapacity(count)
        ends.reserveCapacity(count)
        bytes.reserveCapacity(count * 24)
    }

    /// 0.
    public var startIndex: Int { 0 }
    /// The number of places.
    public var endIndex: Int { numbers.count }

    /// A place with its name.
    public subscript(index: Int) -> LSOA {
        LSOA(code: LSOA.code(ofNumber: numbers[index]), name: String(decoding: bytes[range(index)], as: UTF8.self))
    }

    /// Where a place stands by its number, ``LSOA/number(ofCode:)``; nil for one that is not here.
    ///
    /// - Complexity: A few steps when it stands shortly behind `start`, where a place before it stands.
    public func index(of number: UInt32, from start: Int = 0) -> Int? {
        let index = firstIndex(atLeast: number, from: start)
        return index < count && numbers[index] == number ? index : nil
    }

    /// The places that `known` does not hold, or holds under another name.
    ///
    /// - Complexity: A few steps for each place, more where places far apart follow each other; not that of all known ones.
    public func missing(in known: PlaceNames) -> PlaceNames {
        var missing = PlaceNames()
        var place = 0
        for index in indices {
            place = known.firstIndex(atLeast: numbers[index], from: place)
            if place < known.count, known.numbers[place] == numbers[index], hasName(index, of: known, place) {
                continue
            }
            missing.append(from: self, index)
        }
        return missing
    }

    /// These places and others, which replace those of the same code.
    public func merging(_ others: PlaceNames) -> PlaceNames {
        var (all, mine, other) = (PlaceNames(), 0, 0)
        while mine < count || other < others.count {
            if other == others.count || (mine < count && numbers[mine] < others.numbers[other]) {
                all.append(from: self, mine)
                mine += 1
            } else {
                if mine < count, numbers[mine] == others.numbers[other] { mine += 1 }
                all.append(from: others, other)
                other += 1
            }
        }
        return all
    }

    /// The districts that stand in the names, each once, and which of them each place lies in.
    ///
    /// - Complexity: O(count); nearly every place lies in the district of the one before.
    public func districts() -> (names: [String], ofPlaces: [Int]) {
        var (names, numbers, ofPlaces): ([String], [String: Int], [Int]) = ([], [:], [])
        ofPlaces.reserveCapacity(count)
        var (before, beforeCount) = (0, -1)
        for place in indices {
            let range = range(place)
            let isSame = bytes.withUnsafeBytes { bytes in
                range.count == beforeCount + 5 && LSOA.isNumbered(bytes[range])
                    && SameBytes.are(
                        UnsafeRawBufferPointer(rebasing: bytes[range.dropLast(5)]),
                        UnsafeRawBufferPointer(rebasing: bytes[before..<before + beforeCount])
                    )
            }
            if isSame, let last = ofPlaces.last {
                ofPlaces.append(last)
                continue
            }
            let name = self[place].districtName
            let number = numbers[name] ?? names.count
            if number == names.count {
                numbers[name] = number
                names.append(name)
            }
            ofPlaces.append(number)
            (before, beforeCount) = (range.lowerBound, name.utf8.count)
        }
        return (names, ofPlaces)
    }

    private mutating func append(from other: PlaceNames, _ index: Int) {
        other.bytes.withUnsafeBytes {
            append(other.numbers[index], UnsafeRawBufferPointer(rebasing: $0[other.range(index)]))
        }
    }

    @inline(__always)
    private func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

    private func hasName(_ index: Int, of other: PlaceNames, _ place: Int) -> Bool {
        bytes.withUnsafeBytes { mine in
            other.bytes.withUnsafeBytes {
                SameBytes.are(
                    UnsafeRawBufferPointer(rebasing: mine[range(index)]),
                    UnsafeRawBufferPointer(rebasing: $0[other.range(place)])
                )
            }
        }
    }

    /// The first place from `start` on whose number is not below `number`: steps that double, then halves.
    private func firstIndex(atLeast number: UInt32, from start: Int) -> Int {
        var (low, step) = (start, 1)
        while low + step <= count, numbers[low + step - 1] < number {
            low += step
            step *= 2
        }
        var high = Swift.min(low + step, count)
        while low < high {
            let middle = (low + high) / 2
            if numbers[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
