import Programme

/// A small card people take home, as text to print on both sides.
public struct TakeAwayCard: Hashable, Sendable {
    /// One side.
    public struct Side: Hashable, Sendable {
        /// The heading.
        public let heading: String
        /// The lines, each short enough to be read at a glance.
        public let lines: [String]
    }

    /// The short name, which is also the file's.
    public let code: String
    /// What it is called.
    public let title: String
    /// Whom it is for.
    public let audience: String
    /// The sides, one or two.
    public let sides: [Side]
}

/// Reads a card and checks that it is short enough and says whom to call in danger.
struct CardReader {
    static let longestLine = 90

    let folder: ContentFolder
    let log: FaultLog

    /// Reads one file; nil, with faults noted, when something it needs is missing.
    func read(_ file: String, name: String) -> TakeAwayCard? {
        guard let root = YAMLDocument.read(file, in: folder, into: log),
            let map = root.mapping(keys: ["code", "title", "audience", "sides"])
        else { return nil }
        let code = map.code("code")
        if let code, code != name {
            map.required("code")?.fault(
                "The code is \"\(code)\", but the file is called \(name).yaml; they must agree."
            )
        }
        let title = map.text("title")
        let audience = map.text("audience")
        let sides = map.sequence("sides").compactMap(side)
        if !sides.isEmpty, !sides.contains(where: { $0.lines.contains { $0.contains("999") } }) {
            map.owner.fault("The card does not say to call 999 in danger.")
        }
        if sides.count > 2 { map.required("sides")?.fault("A card has two sides, not \(sides.count).") }
        guard let code, let title, let audience, !sides.isEmpty else { return nil }
        return TakeAwayCard(code: code, title: title, audience: audience, sides: sides)
    }

    private func side(_ place: YAMLValue) -> TakeAwayCard.Side? {
        guard let map = place.mapping(keys: ["heading", "lines"]) else { return nil }
        let heading = map.text("heading")
        let lines = map.sequence("lines").compactMap { value -> String? in
            guard let line = value.text() else { return nil }
            if line.count > Self.longestLine {
                value.fault("The line has \(line.count) characters; a card's line has at most \(Self.longestLine).")
            }
            return line
        }
        guard let heading else { return nil }
        return TakeAwayCard.Side(heading: heading, lines: lines)
    }
}
