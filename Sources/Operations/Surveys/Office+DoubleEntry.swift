import FoundationEssentials
public import Programme
public import Records

/// What a second keying found.
public struct SecondKeyingResult: Hashable, Sendable {
    /// How many items were compared.
    public let compared: Int
    /// Where the keyings differ.
    public let disagreements: [KeyingDisagreement]
}

/// Which of two keyings is right.
public enum Settlement: Hashable, Sendable {
    /// What is on record.
    case first
    /// What was keyed second.
    case second
    /// Neither; the answer as ``Answer/text``, or nil for blank.
    case other(String?)
}

/// A disagreement as those see it who settle it.
public struct DisagreementLine: Hashable, Sendable {
    /// The disagreement on record.
    public let stored: StoredDisagreement
    /// The person's name.
    public let name: PersonName
    /// The language of the name.
    public let language: String?
    /// The item; nil when the instrument has lost it.
    public let item: SurveyItem?
    /// The parallel form of a safety question that the person saw.
    public let guardForm: GuardForm?
    /// Who keyed first, as staff know them.
    public let firstBy: String?
    /// Who keyed second, as staff know them.
    public let secondBy: String
    /// Who settled it, as staff know them.
    public let settledBy: String?
}

extension Office {
    /// Keys a sheet a second time and compares it with the first keying, item by item; words are not compared.
    ///
    /// What is on record stays as it is until somebody settles a disagreement.
    public func keyAgain(
        _ answers: [String: String],
        wave: Wave,
        of booking: ID<Booking>,
        by actor: Actor
    ) async throws -> SecondKeyingResult {
        let now = surroundings.now()
        let result = try await records.change(actor, .surveyKeyedAgain, at: now) { ledger in
            let form = try surveyForm(booking, wave: wave, keyed: true, at: now, ledger.read)
            try actor.require(.surveyKeyedAgain, on: form.run.subject)
            let id = try requireSecondKeying(form, by: actor, at: now, ledger.read)
            let keyed = try KeyedSheet(answers, form, wave: wave)
            guard !keyed.values.isEmpty else { throw SurveyRefusal.nothingKeyed(sheet: form.sheetName) }
            let items = form.instrument.items(in: wave).filter { !$0.isWords }.map(\.code)
            let differing = DoubleEntry.disagreements(form.sheet?.values ?? [:], keyed.values, items: items)
            try ledger.insertSecondKeying(of: id, items: items.count, differing: differing, by: actor.hand, at: now)
            try ledger.note(
                "booking:\(booking)",
                ["wave": wave.name, "items": "\(items.count)", "disagreements": "\(differing.count)"]
            )
            return SecondKeyingResult(compared: items.count, disagreements: differing)
        }
        tell(.surveyKeyedAgain, ["wave": "\(wave.name)", "disagreements": "\(result.disagreements.count)"])
        return result
    }

    /// The form for a second keying: without what the first one said.
    public func secondForm(of booking: ID<Booking>, wave: Wave, by actor: Actor) async throws -> SurveyForm {
        let now = surroundings.now()
        return try await records.read { reader in
            let form = try surveyForm(booking, wave: wave, keyed: true, at: now, reader)
            try actor.require(.surveyKeyedAgain, on: form.run.subject)
            _ = try requireSecondKeying(form, by: actor, at: now, reader)
            return form.withoutAnswers
        }
    }

    /// Settles what two keyings disagree on: who and why stay on record, and the answer when it becomes another one.
    public func settle(
        _ item: String,
        wave: Wave,
        of booking: ID<Booking>,
        as settlement: Settlement,
        reason: String,
        by actor: Actor
    ) async throws -> [AnswerChange] {
        let now = surroundings.now()
        let changes = try await records.change(actor, .surveyCorrected, at: now) { ledger in
            let form = try surveyForm(booking, wave: wave, keyed: true, at: now, ledger.read)
            let (sheet, id) = try form.sheetToCorrect(reason, by: actor)
            let open = try ledger.read.disagreements(of: form.run.id, openOnly: true)
            guard let line = open.first(where: { $0.response == id && $0.disagreement.item == item }) else {
                throw DoubleEntryRefusal.notOpen(item: item, sheet: form.sheetName)
            }
            let given: [String: String] =
                switch settlement {
                case .first: [:]
                case .second: [item: line.disagreement.second?.text ?? ""]
                case .other(let text): [item: text ?? ""]
                }
            let corrector = Corrector(
                form: form,
                sheet: sheet,
                id: id,
                source: .doubleEntry,
                reason: reason,
                hand: actor.hand,
                now: now
            )
            let changes = try corrector.write(given, SheetCorrection(), wave: wave, in: ledger)
            try ledger.settle(item, in: id, by: actor.hand, reason: reason, at: now)
            try ledger.queueAlerts(
                of: try surveyForm(booking, wave: wave, keyed: true, at: now, ledger.read),
                wave: wave
            )
            try ledger.note(
                "booking:\(booking)",
                [
                    "wave": wave.name, "items": item, "settled": changes.isEmpty ? "first" : "changed",
                    "reason": try ledger.keepReason(reason),
                ]
            )
            return changes
        }
        tell(.surveyCorrected, ["booking": "\(booking)", "wave": "\(wave.name)", "settled": "1"])
        return changes
    }

    /// What two keyings disagree on, on one run; open ones first.
    public func disagreements(of run: ID<Run>, by actor: Actor) async throws -> [DisagreementLine] {
        try await records.read { reader in
            try actor.require(.surveyKeyedAgain, on: try reader.existingRun(run).run.subject)
            let stored = try reader.disagreements(of: run)
            let hands = stored.flatMap { [$0.firstBy, $0.secondBy, $0.settled?.by].compactMap(\.self) }
            let names = try reader.names(ofHands: hands)
            let people = Dictionary(
                try reader.bookings(of: run, withCancelled: true).map { ($0.booking.id, $0) },
                uniquingKeysWith: { first, _ in first }
            )
            guard let instrument = try reader.frozenInstrument(of: run) else { return [] }
            let lines = stored.compactMap { line -> DisagreementLine? in
                guard let person = people[line.booking] else { return nil }
                let seed = Self.seed(of: line.reference)
                return DisagreementLine(
                    stored: line,
                    name: person.person.name,
                    language: person.person.language,
                    item: try? instrument.item(line.disagreement.item),
                    guardForm: instrument.guardForm(of: line.disagreement.item, in: line.wave, seed: seed),
                    firstBy: line.firstBy.map { names[$0] ?? $0 },
                    secondBy: names[line.secondBy] ?? line.secondBy,
                    settledBy: line.settled.map { names[$0.by] ?? $0.by }
                )
            }
            return lines.filter { $0.stored.settled == nil } + lines.filter { $0.stored.settled != nil }
        }
    }

    /// How well sheets were keyed, on one run for those who key there, on all for whoever evaluates.
    public func entryQuality(of run: ID<Run>? = nil, by actor: Actor) async throws -> EntryQuality {
        if run == nil { try actor.require(.evaluated) }
        return try await records.read { reader in
            if let run { try actor.require(.surveyKeyedAgain, on: try reader.existingRun(run).run.subject) }
            return try reader.entryQuality(of: run)
        }
    }

    private func requireSecondKeying(_ form: SurveyForm, by actor: Actor, at now: Date, _ reader: Reader) throws
        -> ID<StoredResponse>
    {
        try form.entry.requireAnswerable(on: form.sheet?.answeredOn ?? form.run.starts.date, today: nil)
        let twice = try form.sheet?.id.map { try reader.secondKeying(of: $0) != nil } ?? false
        try DoubleEntry.require(
            form.sheetName,
            isOnPaper: form.sheet?.mode != .web,
            first: form.sheet.flatMap { sheet in sheet.receivedAt.map { (sheet.keyedBy, $0) } },
            isKeyedTwice: twice,
            by: actor.hand,
            at: now
        )
        guard let id = form.sheet?.id else { throw DoubleEntryRefusal.notKeyed(form.sheetName) }
        return id
    }
}

extension SurveyForm {
    /// The same form without what is on record, so that it is keyed with fresh eyes.
    fileprivate var withoutAnswers: SurveyForm {
        SurveyForm(
            entry: entry,
            run: run,
            instrument: instrument,
            standings: standings,
            wave: wave,
            sections: sections.compactMap { section in
                var part = section
                part.items.removeAll(where: \.isWords)
                return part.items.isEmpty ? nil : part
            },
            guardForms: guardForms,
            given: [:],
            sheet: nil,
            offersSupport: false
        )
    }
}

extension SurveyItem {
    /// Whether it is answered in words of one's own.
    var isWords: Bool {
        if case .text = answer { true } else { false }
    }
}
