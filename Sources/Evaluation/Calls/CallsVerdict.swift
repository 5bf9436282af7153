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

    init(_ change: RateChange, detectableFall: Double?, _ options: CallsOptions) {
        guard let interval = change.cautiousInterval else {
            self = .notEstimable(change.why ?? "there is no interval")
            return
        }
        if interval.upperBound < 1 {
            self = .clearFall
        } else if interval.lowerBound > 1 {
            self = .clearRise
        } else if let detectableFall {
            self = .noEvidence(detectable: detectableFall, couldHaveSeen: detectableFall <= options.relevantFall)
        } else {
            self = .notEstimable("the power of the comparison could not be computed")
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
