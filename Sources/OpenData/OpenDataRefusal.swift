public import Programme

/// Why data could not be read; nothing has been changed when one is thrown.
public enum OpenDataRefusal: Refusal, Hashable {
    /// The content is not as described (exit code 65).
    case malformed(CSVFaults)
    /// There is no such file or folder (exit code 66).
    case missing(path: String)
    /// It is there but cannot be read (exit code 74); the reason in the system's words.
    case unreadable(path: String, reason: String)

    /// The sentence, or one line for each fault.
    public var description: String {
        switch self {
        case .malformed(let faults): faults.description
        case .missing(let path): "There is no file or folder \(path). Check the path."
        case .unreadable(let path, let reason): "\(path) cannot be read: \(reason). Check its permissions and the disk."
        }
    }
}

/// One thing wrong in a CSV file.
public struct CSVFault: Refusal, Hashable {
    /// The file as it was named to the reader.
    public let file: String
    /// The line, from 1.
    public let line: Int
    /// The column's name; nil when the whole line is meant.
    public let column: String?
    /// What is wrong and what is expected.
    public let message: String

    /// A fault.
    public init(file: String, line: Int, column: String? = nil, message: String) {
        self.file = file
        self.line = line
        self.column = column
        self.message = message
    }

    /// `FILE:LINE: column NAME: what is wrong and what is expected`.
    public var description: String {
        column.map { "\(file):\(line): column \($0): \(message)" } ?? "\(file):\(line): \(message)"
    }
}

/// The faults of one reading, in the order of lines.
public struct CSVFaults: Refusal, Hashable {
    /// At least one, and no more than the reader's limit.
    public let faults: [CSVFault]
    /// Whether reading stopped at the limit, so that there may be more.
    public let isCutOff: Bool

    /// Collects faults.
    public init(_ faults: [CSVFault], isCutOff: Bool = false) {
        self.faults = faults
        self.isCutOff = isCutOff
    }

    /// One line for each.
    public var description: String {
        let lines = faults.map(\.description) + (isCutOff ? ["There may be more; reading stopped here."] : [])
        return lines.joined(separator: "\n")
    }
}
