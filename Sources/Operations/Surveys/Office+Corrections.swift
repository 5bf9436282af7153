import FoundationEssentials
public import Programme
public import Records

/// What is to be put right on a sheet beside its answers; what is nil stays.
public struct SheetCorrection: Hashable, Sendable {
    /// The day of the answers.
    public var answeredOn: CalendarDate?
    /// How they came.
    public var mode: AnswerMode?
    /// The language of the form.
    public var language: String?

    /// Facts to be put right.
    public init(answeredOn: CalendarDate? = nil, mode: AnswerMode? = nil, language: String? = nil) {
        self.answeredOn = answeredOn
        self.mode = mode
        self.language = language
    }

    /// The facts as the history of changes writes them.
    var facts: [(SheetFact, AnswerValue)] {
        [
            (.answeredOn, answeredOn?.description), (.mode, mode?.rawValue), (.language, language),
        ].compactMap { fact, text in text.map { (fact, AnswerValue(choice: $0)) } }
    }
}

/// One sheet with everything that was changed on it.
public struct SheetHistory: Hashable, Sendable {
    /// The form with the answers on record.
    public let form: SurveyForm
    /// The changes, the oldest first, with the names of those who made them.
    public let changes: [AnswerChange]
    /// Names of the hands in the changes, as staff know them.
    public let names: [String: String]
}

extension Office {
    /// Corrects answers on record. Every old value stays in the sheet's history, with who, when and why.
    ///
    /// - Parameters:
    ///   - answers: What it should be, by item, as ``Answer/text``; an empty text takes an answer back to "not answered".
    ///   - wave: The wave.
    ///   - booking: Whose sheet.
    ///   - facts: What is to be put right beside the answers.
    ///   - reason: Why; not empty.
    ///   - actor: Who corrects.
    /// - Returns: What was changed now.
    /// - Throws: ``SurveyRefusal``, ``AnswerRefusal`` or ``NotAllowed``; then nothing was changed.
    public func correct(
        _ answers: [String: String],
        wave: Wave,
        of booking: ID<Booking>,
        facts: SheetCorrection = SheetCorrection(),
        reason: String,
        by actor: Actor
    ) async throws -> [AnswerChange] {
        let now = surroundings.now()
        let changes = try await records.change(actor, .surveyCorrected, at: now) { ledger in
            let form = try surveyForm(booking, wave: wave, keyed: true, at: now, ledger.read)
            let (sheet, id) = try form.sheetToCorrect(reason, by: actor)
            let today = LocalDateTime(now, in: try timeZone(form.run.zone)).date
            try form.entry.requireAnswerable(on: facts.answeredOn ?? today, today: today)
            let corrector = Corrector(
                form: form,
                sheet: sheet,
                id: id,
                source: .correction,
                reason: reason,
                hand: actor.hand,
                now: now
            )
            let changed = try corrector.write(answers, facts, wave: wave, in: ledger)
            guard !changed.isEmpty else { throw SurveyRefusal.nothingChanged(sheet: form.sheetName) }
            try ledger.queueAlerts(
                of: try surveyForm(booking, wave: wave, keyed: true, at: now, ledger.read),
                wave: wave
            )
            try ledger.note(
                "booking:\(booking)",
                [
                    "wave": wave.name, "items": changed.map(\.item).sorted().joined(separator: " "),
                    "reason": try ledger.keepReason(reason),
                ]
            )
            return changed
        }
        tell(.surveyCorrected, ["booking": "\(booking)", "wave": "\(wave.name)", "items": "\(changes.count)"])
        return changes
    }

    /// One sheet with its history, for those who may correct it.
    public func sheetHistory(of booking: ID<Booking>, wave: Wave, by actor: Actor) async throws -> SheetHistory {
        let now = surroundings.now()
        return try await records.read { reader in
            let form = try surveyForm(booking, wave: wave, keyed: true, at: now, reader)
            try actor.require(.surveyCorrected, on: form.run.subject)
            let changes = try reader.answerChanges(of: booking, wave: wave)
            return SheetHistory(form: form, changes: changes, names: try reader.names(ofHands: changes.map(\.by)))
        }
    }
}

/// Puts answers and facts of one sheet right, each with its history; an open disagreement on one is settled by it.
struct Corrector {
    let form: SurveyForm
    let sheet: StoredResponse
    let id: ID<StoredResponse>
    let source: AnswerChangeSource
    let reason: String
    let hand: String
    let now: Date

    /// Writes what differs; the changes.
    func write(_ given: [String: String], _ facts: SheetCorrection, wave: Wave, in ledger: Ledger) throws
        -> [AnswerChange]
    {
        let keyed = try KeyedSheet(given, form, wave: wave)
        let words = sheet.answers.reduce(into: [String: String]()) { $0[$1.item] = $1.text }
        var changes: [AnswerChange] = []
        for (fact, value) in facts.facts where sheet.facts[fact.rawValue] != value {
            changes.append(change(fact.rawValue, sheet.facts[fact.rawValue], value))
        }
        for answer in keyed.answers where answer.text == nil && sheet.values[answer.item] != answer.value {
            changes.append(change(answer.item, sheet.values[answer.item], answer.value))
        }
        for code in given.keys.sorted() where given[code]?.isEmpty == true {
            _ = try form.instrument.item(code, in: wave)
            if let before = sheet.values[code] { changes.append(change(code, before, nil)) }
        }
        for change in changes {
            try ledger.change(change, in: id)
            try ledger.settle(change.item, in: id, by: hand, reason: reason, at: now)
        }
        for answer in keyed.answers where answer.text != nil && words[answer.item] != answer.text {
            let step = change(answer.item, words[answer.item].map { _ in .words }, .words)
            try ledger.changeWords(to: answer.text, mayQuote: answer.mayQuote, step, in: id)
            changes.append(step)
        }
        for code in given.keys.sorted() where given[code]?.isEmpty == true && words[code] != nil {
            let step = change(code, .words, nil)
            try ledger.changeWords(to: nil, mayQuote: false, step, in: id)
            changes.append(step)
        }
        return changes
    }

    private func change(_ item: String, _ from: AnswerValue?, _ to: AnswerValue?) -> AnswerChange {
        AnswerChange(item: item, from: from, to: to, source: source, by: hand, at: now, reason: reason)
    }
}

extension Reader {
    /// Names of hands as staff know them: the account's name, else the hand itself.
    func names(ofHands hands: [String]) throws -> [String: String] {
        try Set(hands).reduce(into: [:]) { names, hand in
            let number = hand.hasPrefix("account:") ? ID<Account>(String(hand.dropFirst(8))) : nil
            names[hand] = try number.flatMap { try account($0)?.name } ?? hand
        }
    }
}
