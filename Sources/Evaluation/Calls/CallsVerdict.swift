/// What may be said about counts before and after, and no more. A cause is never part of it.
public enum CallsVerdict: Hashable, Sendable, CustomStringConvertible {
    /// The interval of the ratio lies below 1, that of pure chance too when the counts vary less than chance.
    case clearFall
    /// The interval lies above 1.
    case clearRise
    /// The interval holds 1; a fall of `detectable` would have been seen with 80 % power, which is at most the smallest
    /// that matters (`couldHaveSeen`) or more.
    case noEvidence(detectable: Double, couldHaveSeen: Bool)
    /// Nothing can be said, for this reason.
    case notEstimable(String)

    /// Reads the interval of a ratio.
    init(ratioWithin interval: ClosedRange<Double>?, why: String?, detectableFall: Double?, relevantFall: Double) {
        guard let interval else {
            self = .notEstimable(why ?? "there is no interval")
            return
        }
        if interval.upperBound < 1 {
            self = .clearFall
        } else if interval.lowerBound > 1 {
            self = .clearRise
        } else if let detectableFall {
            self = .noEvidence(detectable: detectableFall, couldHaveSeen: detectableFall <= relevantFall)
        } else {
            self = .notEstimable("the power of the comparison could not be computed")
        }
    }

    /// Reads a model's effect: its interval, the wider one when counts vary less than chance, else a rank p below 0.05.
    init(_ model: CallsModel, _ options: CallsOptions) {
        let none = model.effect.ratio == nil ? 0.0 : 1.0
        guard let interval = model.effect.poissonInterval ?? model.effect.interval else {
            guard let p = model.effect.p, let difference = model.effect.difference else {
                self = .notEstimable(model.effect.why ?? "there is no interval")
                return
            }
            if p < 0.05 {
                self = difference < 0 ? .clearFall : .clearRise
            } else {
                self = .notEstimable("the rank of the area among its placebos is not rare (\(Wording.p(p)))")
            }
            return
        }
        if interval.upperBound < none {
            self = .clearFall
        } else if interval.lowerBound > none {
            self = .clearRise
        } else if let ratio = model.detectableRatio {
            self = .noEvidence(detectable: 1 - ratio, couldHaveSeen: 1 - ratio <= options.relevantFall)
        } else {
            self = .notEstimable(
                "the interval holds no change, and what could have been seen cannot be said as a share"
            )
        }
    }

    /// The verdict in a few words.
    public var description: String {
        switch self {
        case .clearFall: "clear fall, cause not shown"
        case .clearRise: "clear rise, cause not shown"
        case .noEvidence(let detectable, true):
            "no evidence, and the study could have seen \(Wording.percent(detectable))"
        case .noEvidence(let detectable, false):
            "no evidence, and the study could not have seen less than \(Wording.percent(detectable)) (too thin)"
        case .notEstimable(let reason): "not estimable: \(reason)"
        }
    }
}
