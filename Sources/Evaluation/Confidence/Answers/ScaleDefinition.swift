/// A named group of items whose mean is one number a person, such as confidence or willingness.
public struct ScaleDefinition: Hashable, Sendable {
    /// The name in `scale:NAME`.
    public var name: String
    /// What a sentence calls it; the name when nothing else is known.
    public var title: String
    /// The codes of its items.
    public var items: [String]
    /// How many items a person must have answered to have a mean; nil leaves it to ``ConfidenceOptions/minimumAnswered``.
    public var minimumAnswered: Int?

    /// A scale.
    public init(name: String, title: String? = nil, items: [String], minimumAnswered: Int? = nil) {
        self.name = name
        self.title = title ?? name
        self.items = items
        self.minimumAnswered = minimumAnswered
    }
}
