/// The few colours of a figure, in light and in dark.
///
/// Blue and vermilion are apart for every kind of colour vision (after M. Okabe, K. Ito, Color Universal Design, 2008),
/// and a dash or a shape says the same as the colour. Against the paper every ink for text has a contrast of 4.5 to 1
/// or more (WCAG 2.2, 1.4.3).
enum Ink: String, CaseIterable {
    case paper, text, quiet, rule, band, main, other
    /// Paler companions of ``main`` and ``other``, and the middle between them: the steps of a scale with two ends.
    case paleMain, paleOther, middle

    /// The class that the style sheet speaks of.
    var cssClass: String { "cg-\(rawValue)" }

    /// The ink of words that stand on a surface of this one; 4.5 to 1 or more in light and in dark.
    var inkOnTop: Ink { self == .main || self == .other ? .paper : .text }

    /// The colour on light paper and in print.
    var light: String {
        switch self {
        case .paper: "#ffffff"
        case .text: "#1a1c1e"
        case .quiet: "#565b61"
        case .rule: "#d5d9dd"
        case .band: "#e3eef5"
        case .main: "#00598c"
        case .other: "#a83c00"
        case .paleMain: "#9cc9e6"
        case .paleOther: "#f2bc97"
        case .middle: "#d0d4d9"
        }
    }

    /// The colour on dark paper.
    var dark: String {
        switch self {
        case .paper: "#15181b"
        case .text: "#eef0f2"
        case .quiet: "#b3bac1"
        case .rule: "#3d434a"
        case .band: "#1d3342"
        case .main: "#77bfe8"
        case .other: "#ff9e64"
        case .paleMain: "#27587a"
        case .paleOther: "#7d4220"
        case .middle: "#4a5159"
        }
    }
}

/// What a shape does with its ink.
enum Paint {
    case fill(Ink)
    /// Filled, with a rim of paper that keeps text apart from lines it crosses.
    case haloed(Ink)
    case stroke(Ink, width: Double, dash: String? = nil, opacity: Double = 1)

    var attributes: [(String, String)] {
        switch self {
        case .fill(let ink): return [("class", ink.cssClass + "-fill"), ("fill", ink.light)]
        case .haloed(let ink):
            return [
                ("class", "\(ink.cssClass)-fill \(Ink.paper.cssClass)-line"), ("fill", ink.light),
                ("stroke", Ink.paper.light), ("stroke-width", "5"), ("stroke-linejoin", "round"),
                ("paint-order", "stroke"),
            ]
        case .stroke(let ink, let width, let dash, let opacity):
            let base = [
                ("class", ink.cssClass + "-line"), ("fill", "none"), ("stroke", ink.light),
                ("stroke-width", coordinate(width)),
            ]
            return base + [("stroke-linecap", "round")] + (dash.map { [("stroke-dasharray", $0)] } ?? [])
                + (opacity < 1 ? [("stroke-opacity", "\((opacity * 100).rounded() / 100)")] : [])
        }
    }
}
