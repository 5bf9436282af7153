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

    /// The plural without its source.
    var short: String {
        switch self {
        case .policeUK: "recorded incidents"
        case .forceExtract: "calls"
        case .countsFile: "counts"
        }
    }
}
