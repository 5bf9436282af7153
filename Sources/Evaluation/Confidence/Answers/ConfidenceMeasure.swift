/// What is compared between two waves.
public enum ConfidenceMeasure: Hashable, Sendable {
    /// One item, by its code.
    case item(String)
    /// The mean of all items.
    case allItems
    /// The mean of a named scale.
    case scale(String)

    /// The name in JSON: the item's code, `scale` or `scale:NAME`.
    public var name: String {
        switch self {
        case .item(let code): code
        case .allItems: "scale"
        case .scale(let name): "scale:\(name)"
        }
    }

    /// Whether it is a single item, and so one of the family that Holm's adjustment looks after.
    public var isItem: Bool {
        if case .item = self { true } else { false }
    }
}
