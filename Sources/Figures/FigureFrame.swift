/// The paper, the drawn title and the words below a figure, the same for all of them.
struct FigureFrame {
    static let width = 560.0
    static let margin = 20.0

    var canvas = Canvas()
    /// The base line at which the drawing may go on.
    private(set) var cursor = 0.0

    /// Paper of the given height with a title and a line below it.
    init(title: String, subtitle: String, height: Double) {
        canvas.rectangle(x: 0, y: 0, width: Self.width, height: height, radius: 6, .fill(.paper))
        let inner = Self.width - 2 * Self.margin
        cursor = canvas.paragraph(title, x: Self.margin, y: 32, width: inner, size: 18, bold: true)
        cursor = canvas.paragraph(subtitle, x: Self.margin, y: cursor, width: inner, size: 14, ink: .quiet)
    }

    /// The height that ``init(title:subtitle:height:)`` takes for title and subtitle.
    static func headHeight(title: String, subtitle: String) -> Double {
        FigureFrame(title: title, subtitle: subtitle, height: 0).cursor
    }

    /// The height of a note below a figure.
    static func noteHeight(_ note: String) -> Double {
        var canvas = Canvas()
        return canvas.paragraph(note, x: 0, y: 0, width: width - 2 * margin, size: 13)
    }

    /// Draws a note and moves below it.
    mutating func note(_ text: String, y: Double) {
        cursor = canvas.paragraph(
            text,
            x: Self.margin,
            y: y,
            width: Self.width - 2 * Self.margin,
            size: 13,
            ink: .quiet
        )
    }
}
