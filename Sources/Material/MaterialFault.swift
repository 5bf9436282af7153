public import Programme

/// Something wrong in CourseMaterial or Certificates, with the place to mend.
public struct MaterialFault: Refusal, Hashable {
    /// The file, as a path from the content folder.
    public let file: String
    /// The line, from 1; nil when the fault is the file itself.
    public let line: Int?
    /// What is wrong and what is expected, in one sentence.
    public let message: String

    /// A fault at a line of a file.
    public init(file: String, line: Int?, message: String) {
        self.file = file
        self.line = line
        self.message = message
    }

    /// `FILE:LINE: message`.
    public var description: String { line.map { "\(file):\($0): \(message)" } ?? "\(file): \(message)" }
}

/// All faults found in one reading, in order of file and line.
public struct MaterialFaults: Refusal, Hashable {
    /// The faults, at least one.
    public let faults: [MaterialFault]

    /// Collects faults.
    public init(_ faults: [MaterialFault]) { self.faults = faults }

    /// One line a fault.
    public var description: String { faults.map(\.description).joined(separator: "\n") }
}
