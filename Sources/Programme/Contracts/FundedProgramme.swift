/// A contract or grant: who pays whom, for what, how much and how long.
public struct FundedProgramme: Hashable, Sendable {
    /// A short code, for example `defusing-thames-valley`.
    public var code: String
    /// The name.
    public var name: String
    /// Who pays.
    public var commissioner: String
    /// Who delivers.
    public var provider: String
    /// The police force's slug, for example `thames-valley`.
    public var force: String
    /// What is paid a year, in whole pounds; nil when not published.
    public var fundingPerYear: Int?
    /// The first day.
    public var starts: CalendarDate
    /// The last day, without any extension.
    public var ends: CalendarDate
    /// By how many months it may be extended.
    public var extensionMonths: Int
    /// The day whose policing areas the contract names; nil for those of the day of each course.
    public var areasAsOf: CalendarDate?

    /// A funded programme.
    public init(
        code: String,
        name: String,
        commissioner: String,
        provider: String,
        force: String,
        fundingPerYear: Int?,
        starts: CalendarDate,
        ends: CalendarDate,
        extensionMonths: Int = 0,
        areasAsOf: CalendarDate? = nil
    ) {
        self.code = code
        self.name = name
        self.commissioner = commissioner
        self.provider = provider
        self.force = force
        self.fundingPerYear = fundingPerYear
        self.starts = starts
        self.ends = ends
        self.extensionMonths = extensionMonths
        self.areasAsOf = areasAsOf
    }
}

/// What a target counts.
public enum TargetMeasure: String, CaseIterable, Hashable, Sendable, Codable {
    /// People who attended a course.
    case attended
    /// Runs held.
    case runs
    /// People at awareness sessions.
    case heads
    /// Awareness sessions held.
    case sessions
    /// Referrals received.
    case referrals
    /// People supported.
    case supported

    /// Reads a measure's word, or says which there are.
    public init(parsing input: String) throws(UnknownChoice) {
        guard let measure = TargetMeasure(rawValue: input.lowercased()) else {
            throw UnknownChoice(what: "measure", given: input, valid: Self.allCases.map(\.rawValue))
        }
        self = measure
    }
}

/// What a programme is to reach in an area and a quarter; a later decision for the same cell replaces an earlier one and
/// says why, and the earlier one stays on record.
public struct Target: Hashable, Sendable {
    /// The programme's code.
    public var programme: String
    /// The area's code.
    public var area: String
    /// The quarter.
    public var quarter: Quarter
    /// What is counted.
    public var measure: TargetMeasure
    /// How many, 0 or more.
    public var planned: Int
    /// When it was decided.
    public var decidedOn: CalendarDate
    /// Why; for a first profile the contract.
    public var reason: String

    /// A target as decided.
    public init(
        programme: String,
        area: String,
        quarter: Quarter,
        measure: TargetMeasure,
        planned: Int,
        decidedOn: CalendarDate,
        reason: String
    ) {
        self.programme = programme
        self.area = area
        self.quarter = quarter
        self.measure = measure
        self.planned = planned
        self.decidedOn = decidedOn
        self.reason = reason
    }
}
