/// A report as one HTML document that stands by itself: the verdict first, then its parts behind a list of them.
struct ReportPage {
    /// A part; one without content is left out.
    struct Part {
        let id: String
        let title: String
        let content: [HTML]

        init(_ id: String, _ title: String, _ content: [HTML]) {
            (self.id, self.title, self.content) = (id, title, content)
        }
    }

    /// The title, which is also the heading.
    var title: String
    /// What was looked at and where it comes from, in one line.
    var subtitle: String
    /// The verdict in a few words.
    var verdict: String
    /// What stands below the verdict.
    var sentences: [String]
    /// The parts in the order of reading.
    var parts: [Part]
    /// Below how many nothing is told, and of what; nil when nothing is hidden.
    var hidden: String?
    /// The version of the program.
    var version: String

    /// The document in UTF-8; nothing is loaded and nothing runs.
    var html: String {
        let sections = parts.compactMap { part in
            HTML.section(part.id, part.title, part.content).map { (part: part, content: $0) }
        }
        let links = sections.map { section in
            HTML.tag("li", [.tag("a", ["href": "#\(section.part.id)"], section.part.title)])
        }
        let body = HTML.tag(
            "body",
            [
                .tag("a", ["class": "skip", "href": "#verdict"], "Skip to the verdict"),
                .tag("header", ["class": "wrap"], [.tag("h1", title), .tag("p", ["class": "quiet"], subtitle)]),
                .tag("nav", ["class": "wrap", "aria-label": "Parts of the report"], [.tag("ul", links)]),
                .tag("main", ["class": "wrap"], [spoken] + sections.map(\.content)),
                .tag("footer", ["class": "wrap"], [.tag("p", ["class": "quiet"], closing)]),
            ]
        )
        return "<!DOCTYPE html>\n" + HTML.tag("html", ["lang": "en-GB"], [head, body]).markup
    }

    private var head: HTML {
        .tag(
            "head",
            [
                .tag("meta", ["charset": "utf-8"], []),
                .tag("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"], []),
                .tag("meta", ["name": "generator", "content": "CommonGround \(version)"], []),
                .tag("title", title), .style,
            ]
        )
    }

    private var spoken: HTML {
        .tag(
            "section",
            ["id": "verdict", "class": "verdict", "aria-label": "Verdict", "tabindex": "-1"],
            [.tag("p", ["class": "word"], "Verdict: \(verdict)")] + sentences.map { HTML.tag("p", $0) }
        )
    }

    private var closing: String { "Made by CommonGround \(version)." + (hidden.map { " \($0)" } ?? "") }
}

extension ReportOrigin {
    /// The fingerprint of the data, the program and the seed, as a list of terms with `further` ones in front.
    func described(_ further: [HTML] = []) -> HTML {
        .tag(
            "dl",
            further + [
                .tag("dt", "Data"),
                .tag("dd", [.text("\(source.sentence) \(fingerprintOf): "), .tag("code", fingerprint)]),
                .tag("dt", "Program"), .tag("dd", "CommonGround \(version)"),
                .tag("dt", "Seed of everything random"), .tag("dd", "\(seed)"),
            ]
        )
    }
}

extension String {
    /// With a capital letter at the beginning and a full stop at the end.
    var sentence: String { prefix(1).uppercased() + dropFirst() + (hasSuffix(".") ? "" : ".") }
}
