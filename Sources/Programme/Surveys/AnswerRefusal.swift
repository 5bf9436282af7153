/// Why an answer cannot be taken.
public enum AnswerRefusal: Refusal, Hashable {
    /// The instrument has no such item.
    case unknownItem(String, instrument: String, nearest: String?)
    /// The instrument has no such wave.
    case unknownWave(Wave, instrument: String, known: [Wave])
    /// The item exists but is not asked in that wave.
    case notAsked(item: String, wave: Wave, askedIn: [Wave])
    /// The answer is not one the item takes.
    case invalid(item: String, given: String, expected: String)

    /// One sentence: the thing, the reason, the next step.
    public var description: String {
        switch self {
        case .unknownItem(let code, let instrument, let nearest):
            "There is no item \"\(code)\" in \"\(instrument)\"."
                + (nearest.map { " Did you mean \"\($0)\"?" } ?? " See the survey's list of items.")
        case .unknownWave(let wave, let instrument, let known):
            "\"\(instrument)\" is not asked in the wave \(wave.name); its waves are \(Self.list(known))."
        case .notAsked(let item, let wave, let askedIn):
            "Item \(item) is not asked in the wave \(wave.name); it is asked in \(Self.list(askedIn))."
        case .invalid(let item, let given, let expected):
            given.isEmpty
                ? "Item \(item) is blank; \(expected), or leave the whole item out."
                : "Item \(item) cannot be \"\(given)\"; \(expected)."
        }
    }

    private static func list(_ waves: [Wave]) -> String {
        waves.isEmpty ? "none" : waves.map(\.name).joined(separator: ", ")
    }
}
