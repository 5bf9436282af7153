public import FoundationEssentials
public import Programme

/// One item's answer as kept on record.
public struct StoredAnswer: Hashable, Sendable {
    /// The item's code.
    public var item: String
    /// The score; nil when missing or when the item has none.
    public var score: Double?
    /// The choice as ``Answer/text`` writes it; nil for a scored item.
    public var choice: String?
    /// Words of the person's own, stored apart.
    public var text: String?
    /// Whether those words may be quoted.
    public var mayQuote = false

    /// An answer; everything but the item may be missing.
    public init(item: String, score: Double? = nil, choice: String? = nil, text: String? = nil) {
        self.item = item
        self.score = score
        self.choice = choice
        self.text = text
    }

    /// An answer that is no words.
    public init(item: String, _ value: AnswerValue) { self.init(item: item, score: value.score, choice: value.choice) }

    /// What it says, words aside.
    public var value: AnswerValue { AnswerValue(score: score, choice: choice) }
}

/// How a survey was answered.
public enum AnswerMode: String, CaseIterable, Hashable, Sendable {
    /// On the website.
    case web
    /// On paper, keyed by staff.
    case paper
    /// On the telephone, keyed by staff.
    case telephone
}

/// One person's answers of one wave.
public struct StoredResponse: Hashable, Sendable {
    /// The booking.
    public var booking: ID<Booking>
    /// The wave.
    public var wave: Wave
    /// The day of the answer.
    public var answeredOn: CalendarDate
    /// How it was answered.
    public var mode: AnswerMode
    /// The language of the form.
    public var language: String?
    /// The answers.
    public var answers: [StoredAnswer]
    /// Who keyed it from paper or the telephone, as ``Actor/hand``.
    public var keyedBy: String?
    /// When it first came in; nil before it is on record.
    public var receivedAt: Date?
    /// The key; nil before it is on record.
    public var id: ID<StoredResponse>?

    /// A response.
    public init(
        booking: ID<Booking>,
        wave: Wave,
        answeredOn: CalendarDate,
        mode: AnswerMode,
        language: String?,
        answers: [StoredAnswer],
        keyedBy: String? = nil
    ) {
        self.booking = booking
        self.wave = wave
        self.answeredOn = answeredOn
        self.mode = mode
        self.language = language
        self.answers = answers
        self.keyedBy = keyedBy
    }

    /// The answers that are no words, by item.
    public var values: [String: AnswerValue] {
        answers.filter { $0.text == nil }.reduce(into: [:]) { $0[$1.item] = $1.value }
    }

    /// What is noted on the sheet beside the answers, as the history of changes writes it.
    public var facts: [String: AnswerValue] {
        [
            SheetFact.answeredOn.rawValue: AnswerValue(choice: answeredOn.description),
            SheetFact.mode.rawValue: AnswerValue(choice: mode.rawValue),
            SheetFact.language.rawValue: language.map { AnswerValue(choice: $0) },
        ].compactMapValues(\.self)
    }
}

extension Reader {
    /// The waves a booking has answered, with the day.
    public func wavesAnswered(by booking: ID<Booking>) throws -> [Wave: CalendarDate] {
        try connection.rows("SELECT wave, answered_on FROM response WHERE booking = $1", .id(booking)).reduce(into: [:])
        {
            waves,
            row in
            guard let wave = Wave(name: try row.text("wave")) else { return }
            waves[wave] = try row.date("answered_on")
        }
    }

    /// The answers of one booking in one wave, or nil when there are none.
    public func response(of booking: ID<Booking>, wave: Wave) throws -> StoredResponse? {
        guard
            let head = try connection.first(
                "SELECT * FROM response WHERE booking = $1 AND wave = $2",
                .id(booking),
                .text(wave.name)
            )
        else { return nil }
        let id: ID<StoredResponse> = try head.id("id")
        let words = try connection.rows("SELECT * FROM free_text WHERE response = $1 ORDER BY item", .id(id)).map {
            row in
            var answer = StoredAnswer(item: try row.text("item"), text: try row.text("text"))
            answer.mayQuote = try row.flag("may_quote")
            return answer
        }
        let answers = try connection.rows("SELECT * FROM answer WHERE response = $1 ORDER BY item", .id(id)).map {
            row in
            StoredAnswer(
                item: try row.text("item"),
                score: try row.optionalReal("score"),
                choice: try row.optionalText("choice")
            )
        }
        var response = StoredResponse(
            booking: booking,
            wave: wave,
            answeredOn: try head.date("answered_on"),
            mode: AnswerMode(rawValue: try head.text("mode")) ?? .paper,
            language: try head.optionalText("language"),
            answers: answers + words,
            keyedBy: try head.optionalText("keyed_by")
        )
        (response.id, response.receivedAt) = (id, try head.instant("received_at"))
        return response
    }
}
