import Programme
import TextLayout

/// Sets a list into a box: bullets, hanging lines, columns, one size for all.
struct ListLayout {
    /// One item: its bullet and its words.
    struct Item {
        var label: SetText
        var body: SetText
    }

    let box: DesignTextBox
    let language: String
    let painter: TextPainter

    /// Room for the bullet, in ems.
    private static let indent = 1.1
    /// Below this, in points, nothing can be read in print.
    private static let floor = 4.5
    /// Room between columns, in millimetres.
    private static let gutter = 8.0

    /// The items placed; the size shrinks by twentieths until they fit.
    func items(_ texts: [String]) throws(TextRefusal) -> [Item] {
        var size = box.style.size
        while true {
            if let items = try items(texts, size: size) { return items }
            size -= box.style.size / 20
            guard size >= min(Self.floor, box.style.smallest) - 1e-9 else {
                throw .tooWide(texts.joined(separator: ", "))
            }
        }
    }

    private func items(_ texts: [String], size: Double) throws(TextRefusal) -> [Item]? {
        let columns = max(1, box.columns)
        let columnWidth = (box.box.width - Self.gutter * Double(columns - 1)) / Double(columns)
        let rows = (texts.count + columns - 1) / columns
        var style = box.style
        (style.size, style.smallest, style.alignment, style.placement) = (size, size, .left, .top)
        let leading = size * style.leading / TextPainter.millimetre
        let indent = size * Self.indent / TextPainter.millimetre
        var items: [Item] = []
        for column in 0..<columns {
            var y = box.box.y
            for text in texts.dropFirst(column * rows).prefix(rows) {
                let x = box.box.x + Double(column) * (columnWidth + Self.gutter)
                let room = DesignBox(x: x + indent, y: y, width: columnWidth - indent, height: 500)
                guard let body = try fitted(text, in: room, style: style) else { return nil }
                let spot = DesignBox(x: x, y: y, width: indent, height: 500)
                guard let label = try fitted("•", in: spot, style: style) else { return nil }
                items.append(Item(label: label, body: body))
                y += Double(body.fitted.lines.count) * leading
            }
            guard y - box.box.y <= box.box.height + leading * 0.3 else { return nil }
        }
        return items
    }

    private func fitted(_ text: String, in room: DesignBox, style: DesignStyle) throws(TextRefusal) -> SetText? {
        do {
            return try painter.set(text, in: room, style: style, language: language, givesSizeFirst: false)
        } catch .tooWide {
            return nil
        }
    }
}
