import FoundationEssentials
import Operations
import Programme
import Records

/// One person's sheet as it is keyed from paper.
struct KeyingPage: Sendable {
    struct Section: Sendable {
        let title: String
        let question: String?
        let rows: [KeyingRow]
    }
    /// A row of the history.
    struct Change: Sendable {
        let item: String
        let from: String
        let to: String
        let by: String
        let when: String
        let reason: String
    }
    /// Something known about asking the person.
    struct Note: Sendable {
        let text: String
        let reason: String?
    }

    let heading: String
    let lead: String
    let name: NameText
    let reference: String
    let course: String
    let wave: String
    let entry: String
    let action: String
    let back: String
    let place: String?
    let sections: [Section]
    let day: TextField?
    let modes: ChoiceField?
    let reason: TextField?
    let isCorrection: Bool
    let again: String?
    let history: [Change]
    let hasHistory: Bool
    let notes: [Note]
    let hasNotes: Bool
    let noteAction: String?
    let kinds: ChoiceField?
    let notedOn: TextField?
    let words: TextField?

    init(
        form: SurveyForm,
        entry: KeyingPages.Entry,
        answers: SurveyAnswers,
        typed: Fields,
        place: KeyingPlace,
        history: [Change],
        notes: [Note],
        canBeKeyedAgain: Bool
    ) {
        let run = form.run
        heading =
            switch entry {
            case .first: "Key a sheet"
            case .again: "Key it a second time"
            case .correct: "Correct a sheet"
            }
        lead =
            switch entry {
            case .first: "\(form.wave.map(SurveyWords.title) ?? ""), \(run.title), \(DateWords.day(run.starts.date))"
            case .again:
                "Key what is on the paper. You do not see the first keying; what differs goes on a list to be settled."
            case .correct: "What it said before stays in its history, with your name and your reason."
            }
        name = NameText(form.entry.person)
        reference = form.entry.booking.reference
        course = "\(form.wave.map(SurveyWords.title) ?? ""), \(run.title), \(DateWords.day(run.starts.date))"
        wave = form.wave?.name ?? ""
        self.entry = entry.rawValue
        action = Route.storeSurvey.path(run.id, form.entry.booking.id)
        back = Route.surveys.path(run.id)
        self.place = place.sentence
        sections = form.sections.map { section in
            Section(
                title: "\(section.code) · \(section.title)",
                question: section.question,
                rows: section.items.map { KeyingRow($0, form: form, answers: answers) }
            )
        }
        let standing = form.standings.first { $0.wave == form.wave }
        let usual = entry == .correct ? form.sheet?.answeredOn : Self.usualDay(form)
        day =
            entry == .again
            ? nil
            : TextField(
                "answered_on",
                "Day on the sheet",
                hint: standing.map { "In time from \(DateWords.short($0.opens)) to \(DateWords.short($0.closes))." },
                value: typed.given("answered_on") ?? usual?.description ?? "",
                error: answers.errors["answered_on"],
                type: "date",
                width: "middle"
            )
        modes =
            entry == .again
            ? nil
            : ChoiceField(
                "mode",
                "How it was answered",
                chosen: [typed.given("mode") ?? form.sheet?.mode.rawValue ?? AnswerMode.paper.rawValue],
                from: [(AnswerMode.paper.rawValue, "On paper"), (AnswerMode.telephone.rawValue, "By telephone")]
                    + (form.sheet?.mode == .web ? [(AnswerMode.web.rawValue, "On the website")] : [])
            )
        reason =
            entry == .correct
            ? TextField(
                "reason",
                "Why is it corrected?",
                hint: "For example: read 1 as 7; the sheet lay under another name.",
                value: typed["reason"],
                error: answers.errors["reason"],
                isRequired: true,
                longest: 200
            ) : nil
        isCorrection = entry == .correct
        again =
            entry == .correct && canBeKeyedAgain
            ? Self.address(run.id, form.entry.booking.id, form.wave ?? .pre, .again) : nil
        (self.history, hasHistory) = (history, !history.isEmpty)
        (self.notes, hasNotes) = (notes, !notes.isEmpty)
        let isOpen = entry == .first && form.sheet == nil
        noteAction = isOpen ? Route.noteWave.path(run.id, form.entry.booking.id) : nil
        kinds =
            isOpen
            ? ChoiceField(
                "kind",
                "What is known?",
                error: answers.errors["kind-1"],
                chosen: [typed["kind"]],
                from: WaveEvent.Kind.byStaff.filter { $0 != .takenBack || !notes.isEmpty }.map {
                    ($0.rawValue, SurveyWords.label($0))
                }
            ) : nil
        notedOn =
            isOpen
            ? TextField(
                "noted_on",
                "Day",
                hint: "Empty means today.",
                value: typed["noted_on"],
                error: answers.errors["noted_on"],
                type: "date",
                width: "middle"
            ) : nil
        words = isOpen ? TextField("words", "Note (not needed)", value: typed["words"], longest: 200) : nil
    }

    /// The address of a sheet.
    static func address(_ run: ID<Run>, _ booking: ID<Booking>, _ wave: Wave, _ entry: KeyingPages.Entry) -> String {
        "\(Route.keySurvey.path(run, booking))?wave=\(wave.name)" + (entry == .again ? "&entry=again" : "")
    }

    /// The day on which sheets of a wave are usually filled in: that of the course, or none.
    private static func usualDay(_ form: SurveyForm) -> CalendarDate? {
        switch form.wave {
        case .pre?: form.run.starts.date
        case .post?: form.run.lastStarts.date
        default: nil
        }
    }
}

extension KeyingPage.Change {
    init(_ change: AnswerChange, _ names: [String: String]) {
        self.init(
            item: change.item,
            from: change.from?.text ?? "blank",
            to: change.to?.text ?? "blank",
            by: names[change.by] ?? change.by,
            when: DateWords.stamp(change.at),
            reason: change.reason ?? (change.source == .filled ? "given again" : "their own change")
        )
    }
}

extension KeyingPage.Note {
    init(_ noted: NotedWaveEvent, _ names: [String: String]) {
        let by = noted.by == Programme.Actor.linkHolder.hand ? "" : ", noted by \(names[noted.by] ?? noted.by)"
        text = "\(SurveyWords.label(noted.event.kind)), \(DateWords.day(noted.event.day))\(by)"
        reason = noted.reason
    }
}

/// Where a sheet stands in the pile.
struct KeyingPlace: Sendable {
    let sentence: String?

    init(_ form: SurveyForm, _ entry: KeyingPages.Entry, _ overview: SurveyOverview, hand: String, at now: Date) {
        guard let wave = form.wave, entry != .correct else {
            sentence = nil
            return
        }
        let left = overview.toKey(wave, again: entry == .again, by: hand, at: now).count
        sentence =
            left <= 1
            ? "The last sheet to key in this wave."
            : "\(NumberWords.many(left, "sheet")) to key in this wave, this one included."
    }
}
