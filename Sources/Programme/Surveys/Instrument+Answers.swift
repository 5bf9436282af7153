extension Instrument {
    /// Reads an answer as stored, typed from paper or sent by a form (``Answer/text``).
    /// - Parameters:
    ///   - given: The text; several ticks are separated by `|`; a safety question is `FORM:OPTION`, `safe` or `unsafe`.
    ///   - code: The item's code.
    ///   - wave: The wave it was answered in.
    /// - Returns: The checked answer.
    /// - Throws: ``AnswerRefusal``, naming the item and what it takes, or the nearest item.
    public func answer(_ given: String, to code: String, in wave: Wave) throws(AnswerRefusal) -> Answer {
        try item(code, in: wave).answer(given)
    }

    /// Reads a score from `responses.csv`: a point, a count, 1 or 0 for yes/no and safe/unsafe, an option's number.
    /// - Throws: ``AnswerRefusal``, naming the item and the valid numbers.
    public func answer(score: Double, to code: String, in wave: Wave) throws(AnswerRefusal) -> Answer {
        try item(code, in: wave).answer(score: score)
    }

    /// The item with a code when it is asked in a wave.
    /// - Throws: ``AnswerRefusal`` for an unknown item, an unknown wave, or an item not asked in that wave.
    public func item(_ code: String, in wave: Wave) throws(AnswerRefusal) -> SurveyItem {
        let item = try item(code)
        guard let plan = plan(wave) else { throw .unknownWave(wave, instrument: title, known: waves.map(\.wave)) }
        guard plan.items.contains(code) else {
            let askedIn = waves.filter { $0.items.contains(code) }.map(\.wave)
            throw .notAsked(item: code, wave: wave, askedIn: askedIn)
        }
        return item
    }
}

extension SurveyItem {
    /// What a valid answer is, to finish a sentence: "a whole number from 0 to 10 is expected".
    public var expected: String {
        let kind =
            switch answer {
            case .scale(let lowest, let highest, _): "a whole number from \(lowest) to \(highest) is expected"
            case .choice(let options): "one of \(Self.list(options)) is expected"
            case .several(let options): "any of \(Self.list(options)), separated by |, are expected"
            case .count(let most): "a whole number from 0 to \(most) is expected"
            case .text(let longest): "words of at most \(longest) characters are expected"
            case .yesNo: "yes or no is expected"
            case .guarded(let forms):
                "a form and an option like \(forms.first.map { "\($0.code):\($0.right)" } ?? "a:keep-away"), "
                    + "safe or unsafe is expected"
            }
        return offersCannotSay ? "\(kind), or \(Answer.cannotSayText)" : kind
    }

    /// Reads an answer as stored, typed or sent by a form.
    /// - Throws: ``AnswerRefusal/invalid(item:given:expected:)``.
    public func answer(_ given: String) throws(AnswerRefusal) -> Answer {
        if given == Answer.cannotSayText, offersCannotSay { return .cannotSay }
        let parsed: Answer? =
            switch answer {
            case .scale(let lowest, let highest, _): Self.number(given, lowest...highest).map { .point($0) }
            case .choice(let options): options.contains { $0.code == given } ? .option(given) : nil
            case .several(let options): Self.ticks(given, options).map { .options($0) }
            case .count(let most): Self.number(given, 0...most).map { .count($0) }
            case .text(let longest): Self.hasWords(given) && given.count <= longest ? .words(given) : nil
            case .yesNo: given == "yes" || given == "no" ? .yes(given == "yes") : nil
            case .guarded(let forms): Self.safetyChoice(given, forms)
            }
        guard let parsed else { throw .invalid(item: code, given: given, expected: expected) }
        return parsed
    }

    /// Reads a score.
    /// - Throws: ``AnswerRefusal/invalid(item:given:expected:)``, naming the valid numbers.
    public func answer(score: Double) throws(AnswerRefusal) -> Answer {
        let whole = Int(exactly: score)
        let parsed: Answer?
        let expected: String
        switch answer {
        case .scale(let lowest, let highest, _):
            parsed = whole.flatMap { lowest <= $0 && $0 <= highest ? .point($0) : nil }
            expected = "a whole number from \(lowest) to \(highest) is expected"
        case .count(let most):
            parsed = whole.flatMap { 0 <= $0 && $0 <= most ? .count($0) : nil }
            expected = "a whole number from 0 to \(most) is expected"
        case .choice(let options):
            parsed = options.first { $0.score == score }.map { .option($0.code) }
            let scores = options.compactMap(\.score).map(Self.plain)
            expected =
                scores.isEmpty
                ? "it has no scores; give the option in words" : "one of \(scores.joined(separator: ", ")) is expected"
        case .yesNo:
            parsed = score == 1 || score == 0 ? .yes(score == 1) : nil
            expected = "1 for yes or 0 for no is expected"
        case .guarded:
            parsed = score == 1 || score == 0 ? .guarded(form: nil, option: nil, isSafe: score == 1) : nil
            expected = "1 for the safe answer or 0 for any other is expected"
        case .several, .text:
            parsed = nil
            expected = "it has no scores and cannot stand in a list of scores"
        }
        guard let parsed else { throw .invalid(item: code, given: Self.plain(score), expected: expected) }
        return parsed
    }

    private static func list(_ options: [AnswerOption]) -> String { options.map(\.code).joined(separator: ", ") }

    private static func plain(_ number: Double) -> String { Int(exactly: number).map(String.init) ?? "\(number)" }

    private static func number(_ text: String, _ range: ClosedRange<Int>) -> Int? {
        guard let number = Int(text), text.first != "+", range.contains(number) else { return nil }
        return number
    }

    private static func hasWords(_ text: String) -> Bool { text.contains { !$0.isWhitespace } }

    private static func ticks(_ text: String, _ options: [AnswerOption]) -> [String]? {
        let given = text.split(separator: "|").map(String.init)
        let codes = options.map(\.code)
        guard !given.isEmpty, Set(given).count == given.count, given.allSatisfy(codes.contains) else { return nil }
        return codes.filter(given.contains)
    }

    private static func safetyChoice(_ text: String, _ forms: [GuardForm]) -> Answer? {
        if text == "safe" || text == "unsafe" { return .guarded(form: nil, option: nil, isSafe: text == "safe") }
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2, let form = forms.first(where: { $0.code == parts[0] }),
            form.options.contains(where: { $0.code == parts[1] })
        else { return nil }
        return .guarded(form: form.code, option: parts[1], isSafe: parts[1] == form.right)
    }
}
