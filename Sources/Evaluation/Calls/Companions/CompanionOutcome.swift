/// An outcome that says whether fewer counts mean less behaviour or less reporting, such as a survey's share of people who
/// saw anti-social behaviour. It is measured elsewhere and told beside the counts.
public struct CompanionOutcome: Hashable, Sendable {
    /// Which way is better.
    public enum Direction: String, Hashable, Sendable {
        /// More is better.
        case higher
        /// Less is better.
        case lower
    }

    /// What its change says.
    public enum Reading: String, Hashable, Sendable {
        /// The interval lies on the better side of no change.
        case better
        /// The interval lies on the worse side.
        case worse
        /// The interval holds no change, or there is none.
        case unclear

        /// The reading in words.
        public var words: String {
            switch self {
            case .better: "the better way"
            case .worse: "the worse way"
            case .unclear: "no clear change"
            }
        }
    }

    /// The name.
    public let name: String
    /// What is measured, with its unit.
    public let measure: String?
    /// The change, in the unit of the measure.
    public let change: Double
    /// Its 95 % interval.
    public let interval: ClosedRange<Double>?
    /// Which way is better.
    public let better: Direction

    /// An outcome.
    public init(
        name: String,
        measure: String? = nil,
        change: Double,
        interval: ClosedRange<Double>? = nil,
        better: Direction
    ) {
        (self.name, self.measure, self.change) = (name, measure, change)
        (self.interval, self.better) = (interval, better)
    }

    /// What its change says.
    public var reading: Reading {
        guard let interval else { return .unclear }
        if interval.lowerBound > 0 { return better == .higher ? .better : .worse }
        if interval.upperBound < 0 { return better == .lower ? .better : .worse }
        return .unclear
    }
}

extension CompanionOutcome {
    var json: JSONValue {
        let head: JSONValue = ["name": .string(name)]
        return head.adding(measure.map { [JSONMember("measure", .string($0))] } ?? [])
            .adding([
                JSONMember("change", .number(change)), JSONMember("ci95", .interval(interval)),
                JSONMember("better", .string(better.rawValue)), JSONMember("reading", .string(reading.rawValue)),
            ])
            .adding(interval == nil ? [JSONMember("why", .string("the design gives no interval"))] : [])
    }

    /// The outcome with its number in a sentence.
    var words: String {
        let bounds = interval.map {
            ", 95 % interval \(Wording.signed($0.lowerBound)) to \(Wording.signed($0.upperBound))"
        }
        return "\(name)\(measure.map { " (\($0))" } ?? "") \(Wording.signed(change))\(bounds ?? ""): \(reading.words)"
    }
}
