import Programme

/// The slug of a force in file names, from its name in the rows.
enum ForceNames {
    /// British Transport Police, whose rows lie over those of every territorial force.
    static let transportPolice = "British Transport Police"

    /// `Thames Valley Police` becomes `thames-valley`; nil when the name has no letters.
    ///
    /// Source: data.police.uk, list of forces; the two that do not follow the rule are named here.
    static func slug(reportedBy name: String) -> Slug<PoliceForce>? {
        switch name {
        case transportPolice: return Slug(rawValue: "btp")
        case "Police Service of Northern Ireland": return Slug(rawValue: "northern-ireland")
        default: break
        }
        let kind: Set<Substring> = ["Police", "Constabulary", "Service"]
        var words = name.split(separator: " ")
        while let last = words.last, words.count > 1, kind.contains(last) { words.removeLast() }
        return Slug(naming: words.joined(separator: " "))
    }
}
