/// The paper, the drawn title and the words below a figure, the same for all of them.
struct FigureFrame {
    static let width = 560.0
    static let margin = 20.0

    let width: Double
    let margin: Double
    var canvas = Canvas()
    /// The base line at which the drawing may go on.
    private(set) var cursor = 0.0

    /// Paper of the given height with a title and a line below it.
    init(title: String, subtitle: String, height: Double, width: Double = Self.width) {
        self.width = width
        margin = width < 400 ? 12 : Self.margin
        canvas.rectangle(x: 0, y: 0, width: width, height: height, radius: 6, .fill(.paper))
        let inner = width - 2 * margin
        let size = width < 400 ? 16.0 : 18
        cursor = canvas.paragraph(title, x: margin, y: size + 14, width: inner, size: size, bold: true)
        cursor = canvas.paragraph(subtitle, x: margin, y: cursor, width: inner, size: 14, ink: .quiet)
    }

    /// The height that ``init(title:subtitle:height:width:)`` takes for title and subtitle.
    static func headHeight(title: String, subtitle: String, width: Double = Self.width) -> Double {
        FigureFrame(title: title, subtitle: subtitle, height: 0, width: width).cursor
    }

    /// The height of a note below a figure.
    static func noteHeight(_ note: String, width: Double = Self.width) -> Double {
        var canvas = Canvas()
        let margin = width < 400 ? 12 : Self.margin
        return canvas.paragraph(note, x: 0, y: 0, width: width - 2 * margin, size: 13)
    }

    /// Draws a note and moves below it.
    mutating func note(_ text: String, y: Double) {
        cursor = canvas.paragraph(text, x: margin, y: y, width: width - 2 * margin, size: 13, ink: .quiet)
    }
}
