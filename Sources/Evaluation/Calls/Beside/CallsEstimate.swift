import Statistics

/// The effect of an analysis beside the main one: with other months, areas or counts and the same method.
public struct CallsEstimate: Hashable, Sendable {
    /// The rate with training over that without.
    public internal(set) var ratio: Double?
    /// The difference, where the method has no logarithm.
    public internal(set) var difference: Double?
    /// The 95 % interval of the one that is given: the wider one when counts vary less than chance.
    public internal(set) var interval: ClosedRange<Double>?
    /// The two-sided p value.
    public internal(set) var p: Double?
    /// Why numbers are missing.
    public internal(set) var why: String?

    init(why: String) { self.why = why }

    init(_ change: RateChange) {
        (ratio, interval, p, why) = (change.ratio, change.cautiousInterval, change.p, change.why)
    }

    init(_ effect: CallsModel.Effect) {
        (ratio, difference) = (effect.ratio, effect.difference)
        (interval, p, why) = (effect.poissonInterval ?? effect.interval, effect.p, effect.why)
    }

    /// Whether there is a number at all.
    public var isEstimated: Bool { ratio != nil || difference != nil }

    /// The effect as a distance from none, below 0 for a fall; infinite when nothing was left.
    var distance: Double? { ratio.map { $0 > 0 ? RatioScale.logarithm($0) : -.infinity } ?? difference }

    /// What can be said of it.
    enum Direction { case fall, rise, unclear, notEstimable }

    /// What can be said of it: by its interval, or where the method has none by a p value below 0.05.
    var direction: Direction {
        guard let distance else { return .notEstimable }
        let none = ratio == nil ? 0.0 : 1.0
        guard let interval else {
            guard let p else { return .notEstimable }
            return p < 0.05 ? (distance < 0 ? .fall : .rise) : .unclear
        }
        return interval.upperBound < none ? .fall : interval.lowerBound > none ? .rise : .unclear
    }
}

extension CallsEstimate {
    var members: [JSONMember] {
        let name = difference != nil && ratio == nil ? "difference" : "rate_ratio"
        let reason = why ?? (interval == nil || p == nil ? "this method gives no interval or no p value" : nil)
        return [
            JSONMember(name, .number(ratio ?? difference)), JSONMember("ci95", .interval(interval)),
            JSONMember("p", .number(p)),
        ] + (reason.map { [JSONMember("why", .string($0))] } ?? [])
    }

    var json: JSONValue { .object(members) }

    /// The effect in a sentence: `5.1 % fewer (95 % interval 9.0 % fewer to 1.0 % fewer)`.
    var words: String {
        if let ratio {
            let bounds = interval.map {
                " (95 % interval \(CallsStatements.change($0.lowerBound)) to \(CallsStatements.change($0.upperBound)))"
            }
            return CallsStatements.change(ratio) + (bounds ?? "")
        }
        guard let difference else { return "not estimable, \(why ?? "there is nothing to compare")" }
        let bounds = interval.map {
            " (95 % interval \(Wording.signed($0.lowerBound)) to \(Wording.signed($0.upperBound)))"
        }
        return Wording.signed(difference) + (bounds ?? p.map { " (\(Wording.p($0)))" } ?? "")
    }
}
