import CByteMarks

extension CSVScanner {
    /// Takes a record without quotation marks apart, 64 bytes at a look.
    ///
    /// Nothing is taken, and false returned, when the record does not end within the bytes at hand, or has quotation marks,
    /// control characters, faults or too much of anything: then the careful way is gone.
    mutating func scanPlainRecord() -> Bool {
        guard next < end, let buffer = buffer.baseAddress else { return false }
        let record = UnsafePointer(buffer.assumingMemoryBound(to: UInt8.self)) + next
        let available = end - next
        var found = 0, offset = 0
        var highs: UInt32 = 0
        while offset < available {
            let marks = cg_marks(record + offset)
            highs |= marks.has_high
            guard marks.has_special != 0 else {
                mark(marks.commas, from: offset, behind: found)
                found += marks.commas.nonzeroBitCount
                offset += 64
                guard found < Self.plainFields else { return false }
                continue
            }
            let place = cg_specials(record + offset).trailingZeroBitCount
            let stop = offset + place
            guard stop < available else { return false }
            let isBeforeLineFeed = record[stop] == 0x0D && stop + 1 < available && record[stop + 1] == 0x0A
            guard record[stop] == 0x0A || isBeforeLineFeed else { return false }
            let commas = marks.commas & ((1 << UInt64(truncatingIfNeeded: place)) &- 1)
            mark(commas, from: offset, behind: found)
            found += commas.nonzeroBitCount
            ends[found] = UInt32(truncatingIfNeeded: stop)
            guard found < min(Self.plainFields, limits.fields), stop <= min(limits.recordBytes, limits.fieldBytes)
            else {
                return false
            }
            if highs != 0, UTF8Check.firstFault(in: UnsafeRawBufferPointer(start: record, count: stop)) != nil {
                return false
            }
            (line, count, isPlain, recordStart) = (nextLine, found + 1, true, next)
            endRecord(at: next + stop, breakBytes: isBeforeLineFeed ? 2 : 1)
            return true
        }
        return false
    }

    /// Writes down where the commas of a block stand. Eight are written whether there are so many or not: a block of a street
    /// file has two to six, and a loop for each would be guessed wrong by the processor once a block.
    @inline(__always)
    private func mark(_ commas: UInt64, from offset: Int, behind found: Int) {
        var rest = commas
        var place = ends + found
        let offset = UInt32(truncatingIfNeeded: offset)
        repeat {
            for index in 0..<8 {
                place[index] = offset &+ UInt32(truncatingIfNeeded: rest.trailingZeroBitCount)
                rest &= rest &- 1
            }
            place += 8
        } while rest != 0
    }
}
