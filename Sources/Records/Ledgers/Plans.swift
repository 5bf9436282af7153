public import FoundationEssentials
public import Programme

/// A plan of the confidence surveys as it was declared.
public struct StoredPlan: Hashable, Sendable {
    /// The canonical text.
    public let content: String
    /// The SHA-256 of the text when it was declared, 64 hexadecimal digits.
    public let sha256: String
    /// When it was declared.
    public let declaredAt: Date
    /// The day of that instant where the programme is.
    public let declaredOn: CalendarDate
    /// Why it was put in the place of an earlier one; nil for the first.
    public let reason: String?

    /// A plan.
    public init(content: String, sha256: String, declaredAt: Date, declaredOn: CalendarDate, reason: String?) {
        (self.content, self.sha256, self.declaredAt) = (content, sha256, declaredAt)
        (self.declaredOn, self.reason) = (declaredOn, reason)
    }
}

/// The first time that anybody saw an outcome of the surveys.
public struct OutcomeReading: Hashable, Sendable {
    /// How it was seen.
    public enum Kind: String, Hashable, Sendable {
        /// On the evaluation page or by the command.
        case evaluation
        /// In a file of answers.
        case export
    }
    /// How it was seen.
    public let kind: Kind
    /// When.
    public let at: Date
    /// The day of that instant where the programme is.
    public let on: CalendarDate

    /// A reading.
    public init(kind: Kind, at: Date, on: CalendarDate) { (self.kind, self.at, self.on) = (kind, at, on) }
}

extension Reader {
    /// Every plan that was declared, the latest first.
    public func confidencePlans() throws -> [StoredPlan] {
        try connection.rows("SELECT * FROM confidence_plan ORDER BY id DESC").map { row in
            StoredPlan(
                content: try row.text("content"),
                sha256: try row.text("sha256"),
                declaredAt: try row.instant("declared_at"),
                declaredOn: try row.date("declared_on"),
                reason: try row.optionalText("reason")
            )
        }
    }

    /// The first time an outcome was read; nil when nobody has looked.
    public func firstOutcomeReading() throws -> OutcomeReading? {
        try connection.first("SELECT * FROM outcome_reading").map { row in
            OutcomeReading(
                kind: try row.parsed("kind", "kind") { OutcomeReading.Kind(rawValue: $0) },
                at: try row.instant("read_at"),
                on: try row.date("read_on")
            )
        }
    }
}

extension Ledger {
    /// Puts a plan on record; earlier ones stay.
    public func insert(_ plan: StoredPlan) throws {
        try connection.run(
            "INSERT INTO confidence_plan (content, sha256, declared_at, declared_on, reason) VALUES ($1, $2, $3, $4, $5)",
            .text(plan.content),
            .text(plan.sha256),
            .instant(plan.declaredAt),
            .text(plan.declaredOn.description),
            .optional(plan.reason)
        )
    }

    /// Notes the first look at an outcome; a later one changes nothing.
    public func insert(_ reading: OutcomeReading) throws {
        try connection.run(
            "INSERT INTO outcome_reading (id, kind, read_at, read_on) VALUES (1, $1, $2, $3) ON CONFLICT (id) DO NOTHING",
            .text(reading.kind.rawValue),
            .instant(reading.at),
            .text(reading.on.description)
        )
    }
}
