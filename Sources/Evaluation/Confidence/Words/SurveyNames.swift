/// What people read in place of codes: the questions' words and the names of groups.
public struct SurveyNames: Hashable, Sendable {
    /// The words of each item, by code.
    public var items: [String: String]
    /// The name of each group, by kind and by what the answers call it.
    public var groups: [GroupKind: [String: String]]

    /// Names; empty where nothing but codes is known.
    public init(items: [String: String] = [:], groups: [GroupKind: [String: String]] = [:]) {
        (self.items, self.groups) = (items, groups)
    }

    /// A group's name.
    public func name(of group: GroupChange) -> String { groups[group.kind]?[group.name] ?? group.name }
}
