/// What may be said about a change, and no more.
public enum ConfidenceVerdict: Hashable, Sendable, CustomStringConvertible {
    /// The interval of the mean change lies above zero, and safe choices did not fall where they were asked.
    case clearRise
    /// The interval lies below zero.
    case clearFall
    /// The interval lies above zero but fewer people chose safely in these guard items.
    case riseButLessSafe(items: [String])
    /// The interval lies above zero but safe choices were asked and cannot be compared.
    case riseButSafetyUnknown
    /// No change is shown; with 80 % power a mean change of `detectable` points would have been (nil: none of any size
    /// could), which is at most the smallest that matters (`couldHaveSeen`) or more.
    case noEvidence(detectable: Double?, couldHaveSeen: Bool)
    /// A change that would be shown alone, but not among as many questions as were asked.
    case noLongerShown
    /// Nothing can be said, for this reason.
    case notEstimable(String)

    /// The verdict on the main question.
    init(_ findings: ConfidenceFindings, _ options: ConfidenceOptions) {
        guard let primary = findings.primaryComparison else {
            self = .notEstimable(findings.whyNoQuestion)
            return
        }
        let plain = Self(primary, smallestChange: options.smallestChange)
        self = plain == .clearRise ? Self.rise(findings.guardItems) : plain
    }

    /// The verdict on one comparison, whatever the safety questions say.
    init(_ comparison: ConfidenceComparison, smallestChange: Double?) {
        guard let change = comparison.meanChange, comparison.leadingInterval != nil, comparison.leadingP != nil else {
            self = .notEstimable(comparison.reasons.first?.reason ?? "the comparison has no interval")
            return
        }
        guard !comparison.isShown else {
            self = change > 0 ? .clearRise : .clearFall
            return
        }
        let detectable = comparison.leadingDetectableChange
        let matters = smallestChange ?? comparison.spreadFrom.map { $0 / 2 } ?? 0
        self = .noEvidence(detectable: detectable, couldHaveSeen: detectable.map { $0 <= matters } ?? false)
    }

    /// The same after other questions were allowed for: a change that is no longer shown is no evidence.
    func adjusted(isShown: Bool?) -> Self {
        guard isShown == false, self == .clearRise || self == .clearFall else { return self }
        return .noLongerShown
    }

    private static func rise(_ guardItems: [GuardComparison]) -> Self {
        let fallen = guardItems.filter { $0.fell == true }.map(\.item)
        if !fallen.isEmpty { return .riseButLessSafe(items: fallen) }
        return guardItems.contains { $0.fell == nil } ? .riseButSafetyUnknown : .clearRise
    }

    /// Whether this is a claim that the course's aim was reached.
    public var claimsSuccess: Bool { self == .clearRise }

    /// The verdict in a few words.
    public var description: String {
        switch self {
        case .clearRise: "clear rise"
        case .clearFall: "clear fall"
        case .riseButLessSafe(let items):
            "a rise, but safe choices fell (\(Wording.list(items))): no success is claimed"
        case .riseButSafetyUnknown: "a rise, but safe choices could not be compared: no success is claimed"
        case .noEvidence(let detectable?, true):
            "no evidence of change, and the survey could have seen \(Wording.number(detectable, decimals: 2)) points"
        case .noEvidence(let detectable?, false):
            "no evidence of change, and the survey could not have seen less than "
                + "\(Wording.number(detectable, decimals: 2)) points (too thin)"
        case .noEvidence(nil, _):
            "no evidence of change, and with so few courses none of any size could have been shown (too thin)"
        case .noLongerShown: "no evidence of change once the number of questions is allowed for"
        case .notEstimable(let reason): "not estimable: \(reason)"
        }
    }
}
