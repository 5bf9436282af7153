import Programme

/// What training cost, for each person and for each call that did not come.
public struct CostFindings: Hashable, Sendable {
    /// An amount of money for one of something.
    public struct Amount: Hashable, Sendable {
        /// Pounds; nil with a reason.
        public internal(set) var pounds: Double?
        /// The 95 % interval.
        public internal(set) var interval: ClosedRange<Double>?
        /// Why numbers are missing.
        public internal(set) var why: String?

        static func none(_ why: String) -> Amount { Amount(why: why) }
    }

    /// The calls averted set against one unit cost.
    public struct Line: Hashable, Sendable {
        /// The unit cost as its source has it.
        public let price: UnitPrice
        /// What one of them is: "incident"; for an amount that was given, what was averted.
        public let unit: String
        /// Pounds in the prices of the cost, or of the source where that cannot be told.
        public let pounds: Double
        /// What the price was multiplied by; nil when it stands as in the source.
        public let factor: Double?
        /// Why it was not uprated, when a price year was asked for.
        public let whyNotUprated: String?
        /// Calls a year that would pay for the training; nil without a cost.
        public let breakEvenPerYear: Double?
        /// What the calls averted were worth over the horizon, discounted; its interval with it.
        public let benefit: Amount
        /// The benefit less the cost.
        public let net: Double?
        /// The chance that the benefit exceeded the cost.
        public let chance: Double?

        /// The part of the benefit that can leave a budget: all of it, nothing, or nil where the source does not part it.
        public var cashable: Double? {
            switch price.kind {
            case .cashable: benefit.pounds
            case .notCashable: benefit.pounds == nil ? nil : 0
            case .mixed, nil: nil
            }
        }
    }

    /// A point of the acceptability curve.
    public struct Acceptability: Hashable, Sendable {
        /// What a call is held to be worth.
        public let unitCost: Double
        /// The chance that the training was worth its money.
        public let probability: Double
    }

    /// The question.
    public let question: CostQuestion
    /// What was paid with optimism bias, discounted to the first year; nil when not known.
    public let presentCost: Double?
    /// What a year's benefit is multiplied by over the horizon: 1 for one year.
    public let presentFactor: Double
    /// For each person trained.
    public internal(set) var perTrained: Amount
    /// For each person who improved reliably.
    public internal(set) var perImproved: Amount
    /// For each call that did not come; nil where the interval of these reaches zero.
    public let perCall: Amount
    /// Each unit cost.
    public let lines: [Line]
    /// The acceptability curve; empty without an interval of the calls averted.
    public let acceptability: [Acceptability]
    /// Plain sentences.
    public internal(set) var statements: [String]

    /// The verdict in a few words.
    public var verdict: String {
        guard let pounds = perCall.pounds else {
            return "not estimable: \(perCall.why ?? "\(question.nouns.many) averted are not known")"
        }
        let range = perCall.interval.map {
            " (95 % interval \(Wording.pounds($0.lowerBound)) to \(Wording.pounds($0.upperBound)))"
        }
        return "\(Wording.pounds(pounds)) for each \(question.nouns.one) fewer\(range ?? ""), cause not shown"
    }

    /// A name and a value for a table of a page.
    public struct Row: Hashable, Sendable {
        /// What it is.
        public let name: String
        /// The value, or why there is none.
        public let value: String
    }

    /// What it cost, to be shown as a table.
    public var rows: [Row] {
        [
            Row(name: "Cost", value: question.pounds.map(Wording.pounds) ?? question.whyNoCost ?? "not on record"),
            Row(name: "For each person trained", value: perTrained.words),
            Row(name: "For each person who improved reliably", value: perImproved.words),
            Row(name: "For each \(question.nouns.one) fewer", value: perCall.words),
        ]
            + lines.compactMap { line in
                line.breakEvenPerYear.map {
                    Row(
                        name: "Break-even at \(Wording.pounds(line.pounds)) (\(line.price.name))",
                        value: "\(Wording.number($0)) \(line.unit)s a year"
                    )
                }
            }
    }
}

extension CostFindings.Amount {
    /// The amount with its interval, or why there is none.
    var words: String {
        guard let pounds else { return "not estimable: \(why ?? "not known")" }
        let range = interval.map {
            " (95 % interval \(Wording.pounds($0.lowerBound)) to \(Wording.pounds($0.upperBound)))"
        }
        return Wording.pounds(pounds) + (range ?? "")
    }
}

extension Wording {
    /// Pounds: `£60,000`, `£36.50`, `-£1,200`; pence below £100 where there are any.
    public static func pounds(_ value: Double) -> String {
        let pence = abs(value) < 99.995 && abs(value - value.rounded()) >= 0.005
        return (value < 0 ? "-£" : "£") + number(abs(value), decimals: pence ? 2 : 0)
    }
}
