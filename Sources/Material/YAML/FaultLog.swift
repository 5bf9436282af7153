import Programme

/// Gathers faults while a reading goes on, so that one run of `material check` names them all.
///
/// One reading owns one log; it is not shared between threads.
final class FaultLog {
    private var seen: Set<MaterialFault> = []

    /// Notes a fault; the same fault twice is kept once.
    func add(_ fault: MaterialFault) { seen.insert(fault) }

    /// Notes a fault of a file, with its line when there is one.
    func add(_ message: String, in file: String, line: Int? = nil) {
        add(MaterialFault(file: file, line: line, message: message))
    }

    /// Whether nothing has been noted.
    var isEmpty: Bool { seen.isEmpty }

    /// The faults in order of file, line and words.
    var faults: [MaterialFault] {
        seen.sorted { ($0.file, $0.line ?? 0, $0.message) < ($1.file, $1.line ?? 0, $1.message) }
    }

    /// Throws what has been noted; does nothing when that is nothing.
    func throwFaults() throws(MaterialFaults) {
        guard isEmpty else { throw MaterialFaults(faults) }
    }
}
