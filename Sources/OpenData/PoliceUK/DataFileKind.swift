/// What kind of file the columns say it is.
public enum DataFileKind: Hashable, Sendable {
    /// A street file of police.uk.
    case street
    /// An outcomes file of police.uk.
    case outcomes
    /// A stop-and-search file of police.uk.
    case stopAndSearch
    /// `counts.csv`.
    case counts
    /// Anything else.
    case other

    /// Reads the header of a file.
    ///
    /// - Throws: ``OpenDataRefusal`` when the file cannot be read or its first line is not CSV.
    public init(of source: CSVSource) throws(OpenDataRefusal) {
        let stream = try ByteStream(source)
        var scanner = CSVScanner(limits: CSVLimits(), piece: 1 << 14) { (target) throws(OpenDataRefusal) in
            try stream.read(into: target)
        }
        self = try scanner.advance(in: source.name) ? Self(header: scanner.texts) : .other
    }

    init(header: [String]) {
        let keys = Set(header.map(HeaderMatch.key))
        let has = { (name: String) in keys.contains(HeaderMatch.key(name)) }
        if has("Object of search") || (has("Legislation") && has("Self-defined ethnicity")) {
            self = .stopAndSearch
        } else if has("Outcome type"), has("Crime ID") {
            self = .outcomes
        } else if has("Crime type"), has("Reported by") {
            self = .street
        } else if has("area"), has("month"), has("count") {
            self = .counts
        } else {
            self = .other
        }
    }
}

extension CSVScanner {
    /// Goes to the next record; a fault in the bytes becomes the file's refusal.
    mutating func advance(in file: String, columns: [String] = []) throws(OpenDataRefusal) -> Bool {
        do throws(Failure) {
            return try advance()
        } catch {
            switch error {
            case .refused(let refusal): throw refusal
            case .notCSV(let found):
                let column = found.field.map { $0 < columns.count ? columns[$0] : "\($0 + 1)" }
                throw .malformed(
                    CSVFaults([CSVFault(file: file, line: found.line, column: column, message: found.message)])
                )
            }
        }
    }
}
