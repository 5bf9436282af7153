public import Programme

/// What the name of a published file says: `2018-10-thames-valley-street.csv`.
public struct StreetFileName: Hashable, Sendable {
    /// The month.
    public let month: Month
    /// The force.
    public let force: Slug<PoliceForce>
    /// `street`, `outcomes` or `stop-and-search`.
    public let kind: String

    /// Reads the last part of a path; nil when it is not named as published.
    public init?(path: String) {
        guard let name = path.split(separator: "/").last, name.hasSuffix(".csv") else { return nil }
        let stem = name.dropLast(4)
        guard let month = Month(stem.prefix(7)), stem.dropFirst(7).first == "-" else { return nil }
        let rest = stem.dropFirst(8)
        for kind in ["street", "outcomes", "stop-and-search"] where rest.hasSuffix("-\(kind)") {
            guard let force = Slug<PoliceForce>(rawValue: String(rest.dropLast(kind.count + 1))) else { return nil }
            (self.month, self.force, self.kind) = (month, force, kind)
            return
        }
        return nil
    }
}
