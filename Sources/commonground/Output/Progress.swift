/// How far a batch has come, on standard error and only when a person can see it; one line that is written over.
struct Progress {
    private let count: Int
    private let what: String
    private let isSeen: Bool

    /// Steps between two words, so that a fast batch does not wait for the terminal.
    private static let step = 25

    init(of count: Int, what: String) {
        self.count = count
        self.what = what
        isSeen = Terminal.isStandardErrorATerminal && count > Self.step
    }

    /// Says how many are done, now and then.
    func reached(_ done: Int) {
        guard isSeen, done % Self.step == 0 || done == count else { return }
        Terminal.write("\r\(done) of \(count) \(what)")
    }

    /// Ends the line.
    func finish() { if isSeen { Terminal.write("\n") } }
}
