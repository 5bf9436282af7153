/// How far a batch has come, on standard error and only when a person can see it; one line that is written over.
struct Progress {
    private let what: String
    private let isSeen = Terminal.isStandardErrorATerminal

    /// Steps between two words, so that a fast batch does not wait for the terminal.
    private static let step = 50

    init(what: String) { self.what = what }

    /// Says how many are done, now and then.
    func reached(_ done: Int) {
        guard isSeen, done % Self.step == 0 else { return }
        Terminal.write("\r\(done) \(what)")
    }

    /// Clears the line.
    func finish() { if isSeen { Terminal.write("\r\u{1B}[K") } }
}
