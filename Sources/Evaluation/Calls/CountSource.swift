/// Where monthly counts come from, and so what a sentence may call them.
public enum CountSource: Hashable, Sendable {
    /// Street files of police.uk: recorded incidents, snapped to places, no calls.
    case policeUK
    /// A force's own extract of calls for service.
    case forceExtract
    /// A file of counts that does not say.
    case countsFile

    /// The plural a sentence uses.
    public var words: String {
        switch self {
        case .policeUK: "recorded ASB incidents (police.uk)"
        case .forceExtract: "calls (force extract)"
        case .countsFile: "counts"
        }
    }

    /// A heading over what is told of them.
    public var title: String {
        switch self {
        case .policeUK: "Recorded anti-social behaviour, before and after"
        case .forceExtract: "Calls to the police, before and after"
        case .countsFile: "Counts by area, before and after"
        }
    }

    /// The plural without its source.
    public var short: String {
        switch self {
        case .policeUK: "recorded incidents"
        case .forceExtract: "calls"
        case .countsFile: "counts"
        }
    }

    /// What the licence of the source wants said wherever its data are shown; nil when nothing is wanted.
    public var attribution: String? {
        switch self {
        case .policeUK:
            "Contains public sector information from data.police.uk, licensed under the Open Government Licence v3.0."
        case .forceExtract, .countsFile: nil
        }
    }
}
