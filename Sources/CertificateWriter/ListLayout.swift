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
    private static let gutter = 12.0

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

    /// Columns begin where the widest item of the one before ends; unless the style says left or right, all of them stand
    /// in the middle of the box together.
    private func items(_ texts: [String], size: Double) throws(TextRefusal) -> [Item]? {
        let columns = max(1, min(box.columns, texts.count))
        let columnWidth = (box.box.width - Self.gutter * Double(columns - 1)) / Double(columns)
        let rows = (texts.count + columns - 1) / columns
        var style = box.style
        (style.size, style.smallest, style.alignment, style.placement) = (size, size, .left, .top)
        let leading = size * style.leading / TextPainter.millimetre
        let indent = size * Self.indent / TextPainter.millimetre
        var items: [Item] = []
        var x = box.box.x
        for column in 0..<columns {
            var y = box.box.y
            var widest = 0.0
            for text in texts.dropFirst(column * rows).prefix(rows) {
                let room = DesignBox(x: x + indent, y: y, width: columnWidth - indent, height: 500)
                guard let body = try fitted(text, in: room, style: style) else { return nil }
                let spot = DesignBox(x: x, y: y, width: indent, height: 500)
                guard let label = try fitted("•", in: spot, style: style) else { return nil }
                items.append(Item(label: label, body: body))
                y += Double(body.fitted.lines.count) * leading
                widest = max(widest, body.width / TextPainter.millimetre)
            }
            guard y - box.box.y <= box.box.height + leading * 0.3 else { return nil }
            x += indent + widest + Self.gutter
        }
        return shifted(items, by: box.box.x + box.box.width - x + Self.gutter)
    }

    private func shifted(_ items: [Item], by spare: Double) -> [Item] {
        let share =
            switch box.style.alignment {
            case .left: 0.0
            case .centre: 0.5
            case .right: 1.0
            }
        let distance = max(0, spare) * share * TextPainter.millimetre
        return items.map { item in
            var item = item
            for index in item.label.origins.indices { item.label.origins[index].x += distance }
            for index in item.body.origins.indices { item.body.origins[index].x += distance }
            return item
        }
    }

    private func fitted(_ text: String, in room: DesignBox, style: DesignStyle) throws(TextRefusal) -> SetText? {
        do {
            return try painter.set(text, in: room, style: style, language: language, givesSizeFirst: false)
        } catch .tooWide {
            return nil
        }
    }
}
