extension CSVScanner {
    private static var comma: UInt8 { 0x2C }
    private static var quote: UInt8 { 0x22 }
    private static var lineFeed: UInt8 { 0x0A }
    private static var carriageReturn: UInt8 { 0x0D }

    private enum After {
        case field, record
    }

    /// Takes the next record apart; false at the end of the stream.
    mutating func scanRecord() throws(Failure) -> Bool {
        recordStart = next
        line = nextLine
        count = 0
        isPlain = false
        if next == end, try !fill() { return false }
        var highs: UInt8 = 0
        while true {
            if next == end, try !fill() {
                try append(next - recordStart, next - recordStart)
                recordEnd = next
                break
            }
            let after = buffer[next] == Self.quote ? try scanQuoted(&highs) : try scanPlain(&highs)
            if after == .record { break }
        }
        if recordEnd - recordStart > limits.recordBytes { throw tooLong() }
        if highs >= 0x80 { try checkUTF8() }
        return true
    }

    private mutating func scanPlain(_ highs: inout UInt8) throws(Failure) -> After {
        let start = next - recordStart
        while true {
            let base = UnsafePointer(buffer.baseAddress?.assumingMemoryBound(to: UInt8.self))
            guard let base else { return .record }
            var position = next
            let stop = end
            while position < stop {
                let byte = base[position]
                highs |= byte
                guard byte <= Self.comma else {
                    position += 1
                    continue
                }
                switch byte {
                case Self.comma:
                    try append(start, position - recordStart)
                    next = position + 1
                    return .field
                case Self.lineFeed:
                    try append(start, position - recordStart)
                    endRecord(at: position, breakBytes: 1)
                    return .record
                case Self.carriageReturn:
                    next = position
                    if try endsRecordAtCarriageReturn(fieldStart: start, fieldEnd: nil) { return .record }
                    throw fault(count, "a carriage return stands alone; end lines with LF or CRLF")
                case 0:
                    throw fault(count, "a NUL byte stands here; the file is not text")
                default: position += 1
                }
            }
            next = position
            if try !fill() {
                try append(start, next - recordStart)
                recordEnd = next
                return .record
            }
        }
    }

    private mutating func scanQuoted(_ highs: inout UInt8) throws(Failure) -> After {
        openQuoteLine = nextLine
        next += 1
        let start = next - recordStart
        var hasDoubledQuotes = false
        while true {
            while next < end {
                let byte = buffer[next]
                highs |= byte
                if byte == Self.quote { break }
                if byte == Self.lineFeed { nextLine += 1 }
                if byte == 0 { throw fault(count, "a NUL byte stands here; the file is not text") }
                next += 1
            }
            if next == end {
                guard try fill() else {
                    throw fault(count, "the quotation mark opened on line \(openQuoteLine ?? line) is never closed")
                }
                continue
            }
            let isLast = next + 1 == end ? try !fill() : false
            guard !isLast, buffer[next + 1] == Self.quote else { break }
            hasDoubledQuotes = true
            next += 2
        }
        openQuoteLine = nil
        let fieldEnd = next - recordStart
        try append(start, fieldEnd, isQuoted: true, hasDoubledQuotes: hasDoubledQuotes)
        next += 1
        guard next < end else {
            recordEnd = next
            return .record
        }
        switch buffer[next] {
        case Self.comma:
            next += 1
            return .field
        case Self.lineFeed:
            endRecord(at: next, breakBytes: 1)
            return .record
        case Self.carriageReturn:
            if try endsRecordAtCarriageReturn(fieldStart: start, fieldEnd: fieldEnd) { return .record }
            fallthrough
        default:
            throw fault(count - 1, "text follows the closing quotation mark; double the marks inside a quoted field")
        }
    }

    /// At a carriage return: whether it ends the record, before LF or at the end of the file.
    private mutating func endsRecordAtCarriageReturn(fieldStart: Int, fieldEnd: Int?) throws(Failure) -> Bool {
        let isLast = next + 1 == end ? try !fill() : false
        guard isLast || buffer[next + 1] == Self.lineFeed else { return false }
        if fieldEnd == nil { try append(fieldStart, next - recordStart) }
        endRecord(at: next, breakBytes: isLast ? 1 : 2)
        return true
    }

    mutating func endRecord(at position: Int, breakBytes: Int) {
        recordEnd = position
        next = position + breakBytes
        nextLine += 1
    }

    private mutating func append(
        _ start: Int,
        _ fieldEnd: Int,
        isQuoted: Bool = false,
        hasDoubledQuotes: Bool = false
    ) throws(Failure) {
        if fieldEnd - start > limits.fieldBytes {
            throw fault(count, "the field is longer than \(limits.fieldBytes) bytes; is a quotation mark missing?")
        }
        if count == fields.count {
            guard count < limits.fields else {
                throw fault(nil, "the line has more than \(limits.fields) fields")
            }
            let wider = UnsafeMutableBufferPointer<Field>.allocate(capacity: min(count * 2, limits.fields))
            _ = wider.moveInitialize(fromContentsOf: fields)
            fields.deallocate()
            fields = wider
        }
        fields.initializeElement(
            at: count,
            to: Field(start: start, end: fieldEnd, isQuoted: isQuoted, hasDoubledQuotes: hasDoubledQuotes)
        )
        count += 1
    }

    /// Reads one more piece behind the unread bytes; false at the end of the stream.
    mutating func fill() throws(Failure) -> Bool {
        if isAtEnd { return false }
        if end - recordStart > limits.recordBytes { throw tooLong() }
        if recordStart > 0, let base = buffer.baseAddress {
            let kept = end - recordStart
            base.copyMemory(from: base + recordStart, byteCount: kept)
            (next, end, recordStart) = (next - recordStart, kept, 0)
        }
        if buffer.count - end < piece { widen(to: max(buffer.count * 2, end + piece)) }
        let read: Int
        do {
            read = try refill(UnsafeMutableRawBufferPointer(rebasing: buffer[end..<end + piece]))
        } catch {
            throw .refused(error)
        }
        end += read
        isAtEnd = read == 0
        return !isAtEnd
    }

    private func tooLong() -> Failure {
        let cause =
            openQuoteLine.map { "the quotation mark opened on line \($0) is not closed" } ?? "line breaks are missing"
        return fault(nil, "the line is longer than \(limits.recordBytes) bytes; probably \(cause)")
    }

    func fault(_ field: Int?, _ message: String) -> Failure {
        .notCSV(CSVScanFault(line: nextLine, field: field, message: message))
    }

    func checkUTF8() throws(Failure) {
        guard let offset = UTF8Check.firstFault(in: recordBytes) else { return }
        let field = (0..<count).first { fields[$0].end > offset }
        let lineBreaks = recordBytes.prefix(offset).count { $0 == Self.lineFeed }
        let byte = String(recordBytes[offset], radix: 16, uppercase: true)
        throw .notCSV(
            CSVScanFault(
                line: line + lineBreaks,
                field: field,
                message: "the byte 0x\(byte) is not UTF-8; save the file as CSV in UTF-8"
            )
        )
    }
}
