public import Programme

/// What was paid and what came of it.
public struct CostQuestion: Hashable, Sendable {
    /// People who improved among those who could be told.
    public struct Improved: Hashable, Sendable {
        /// Who improved reliably.
        public var people: Int
        /// Everybody who answered both times; nil when not known.
        public var of: Int?

        /// Improved people.
        public init(_ people: Int, of: Int? = nil) { (self.people, self.of) = (people, of) }
    }

    /// What was paid, in pounds; nil when it is not on record.
    public var pounds: Double?
    /// Why there is no amount.
    public var whyNoCost: String?
    /// The years it paid for, above 0.
    public var years: Double
    /// The years for which a fall in calls lasts; nil for as long as was paid.
    public var horizonYears: Double?
    /// What later money is discounted by a year, as a share.
    public var discountRate: Double
    /// What the cost is raised by, as a share, since costs are usually foretold too low.
    public var optimismBias: Double
    /// The price year of the cost, to which unit costs are brought; nil leaves them as their sources say.
    public var priceYear: String?
    /// The index they are brought there with.
    public var deflator: PriceIndex?
    /// Where the cost comes from, as printed; nil when it was given.
    public var source: String?
    /// People trained; nil when not known.
    public var trained: Int?
    /// People who improved; nil when not known.
    public var improved: Improved?
    /// Calls averted; nil when not known.
    public var averted: AvertedCalls?
    /// What calls cost.
    public var unitCosts: [UnitPrice]
    /// Hides numbers of people below this; nil hides nothing.
    public var suppressBelow: Int?

    /// A question; one year, discounted by the Green Book's 3.5 % where more than a year is looked at.
    ///
    /// Source: HM Treasury, The Green Book: Central Government Guidance on Appraisal and Evaluation, annex on discounting.
    public init(
        pounds: Double?,
        years: Double = 1,
        horizonYears: Double? = nil,
        discountRate: Double = 0.035,
        optimismBias: Double = 0,
        priceYear: String? = nil,
        deflator: PriceIndex? = nil,
        source: String? = nil,
        trained: Int? = nil,
        improved: Improved? = nil,
        averted: AvertedCalls? = nil,
        unitCosts: [UnitPrice] = [],
        suppressBelow: Int? = nil
    ) {
        (self.pounds, self.years, self.horizonYears) = (pounds, years, horizonYears)
        (self.discountRate, self.optimismBias) = (discountRate, optimismBias)
        (self.priceYear, self.deflator, self.source) = (priceYear, deflator, source)
        (self.trained, self.improved, self.averted) = (trained, improved, averted)
        (self.unitCosts, self.suppressBelow) = (unitCosts, suppressBelow)
    }

    /// What a sentence calls what was averted, many and one.
    var nouns: (many: String, one: String) { (averted?.noun ?? "calls", averted?.one ?? "call") }

    /// Refuses what lies outside its range.
    public func check() throws(CostRefusal) {
        if let pounds { try Self.require(pounds, "cost", 0.01...1e12, "above £0") }
        try Self.require(years, "number of years paid for", 0.01...100, "above 0 and at most 100")
        if let horizonYears { try Self.require(horizonYears, "horizon", 0.01...100, "above 0 and at most 100 years") }
        try Self.require(discountRate, "discount rate", 0...1, "a share from 0 to 1, such as 0.035")
        try Self.require(optimismBias, "optimism bias", 0...10, "a share of 0 or more, such as 0.1")
        if let trained { try Self.require(Double(trained), "number of people trained", 0...1e9, "0 or more") }
        if let improved {
            try Self.require(Double(improved.people), "number of people improved", 0...1e9, "0 or more")
            if let of = improved.of {
                try Self.require(
                    Double(of),
                    "number of people asked",
                    Double(max(1, improved.people))...1e9,
                    "at least 1 and at least those improved"
                )
            }
        }
        if let priceYear, PriceYear.reading(priceYear) == nil { throw .priceYear(priceYear) }
        for price in unitCosts { try Self.require(price.pounds, "unit cost", 0.01...1e9, "above £0") }
        try averted?.check()
    }

    static func require(
        _ value: Double,
        _ name: String,
        _ allowed: ClosedRange<Double>,
        _ expected: String
    ) throws(CostRefusal) {
        guard allowed.contains(value) else { throw .outsideRange(name: name, value: value, expected: expected) }
    }
}

/// Why a cost cannot be worked out as asked.
public enum CostRefusal: Refusal, Hashable {
    /// A number outside its range.
    case outsideRange(name: String, value: Double, expected: String)
    /// A price year that is none.
    case priceYear(String)
    /// Bounds that do not hold their estimate.
    case bounds(estimate: Double, low: Double, high: Double)
    /// A unit cost that is not in the reference data.
    case unknownUnitCost(String, known: [String])
    /// A document that is none of `evaluate calls`.
    case notCalls(String)

    /// The sentence.
    public var description: String {
        switch self {
        case .outsideRange(let name, let value, let expected):
            "The \(name) is \(JSONValue.number(value).compact) but must be \(expected)."
        case .priceYear(let year): "The price year \(year) is not a year like 2025/26 or 2025."
        case .bounds(let estimate, let low, let high):
            "The interval \(JSONValue.number(low).compact) to \(JSONValue.number(high).compact) does not hold \(JSONValue.number(estimate).compact) calls averted. Give bounds around the estimate, the lower first."
        case .unknownUnitCost(let code, let known):
            "There is no unit cost \(code).\(NearestSpelling.suggestion(for: code, among: known)) Give an amount in pounds or one of \(known.joined(separator: ", "))."
        case .notCalls(let reason):
            "That is no document of \"evaluate calls --format json\": \(reason)."
        }
    }
}
