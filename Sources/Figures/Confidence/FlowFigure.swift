import Evaluation

extension Figure {
    /// The way from booking to the analysis: a line of boxes, each with a bar for its share, and beside them who is missing
    /// and why.
    ///
    /// - Parameters:
    ///   - diagram: What to draw.
    ///   - size: How wide.
    /// - Returns: nil without steps.
    public static func flow(_ diagram: FlowDiagram, size: FigureSize = .page) -> Figure? {
        diagram.steps.isEmpty ? nil : Flow(diagram: diagram, size: size).figure
    }
}

private struct Flow {
    let diagram: FlowDiagram
    let size: FigureSize
    private let gap = 22.0
    private let lineHeight = 18.0

    private var margin: Double { size.pick(20, 12) }
    private var box: (left: Double, width: Double) { size == .page ? (20, 290) : (12, 316) }
    private var side: (left: Double, width: Double) { size == .page ? (346, 274) : (44, 284) }

    /// The lines of a box, below its heading.
    private func facts(_ step: FlowDiagram.Step) -> [String] {
        var lines: [String] = []
        if let people = step.people, let whole = step.whole, whole > 0 {
            let share = Wording.percent(Double(people) / Double(whole))
            lines.append("\(share) of \(Wording.count(whole)) \(step.wholeName)")
        } else if let whole = step.whole {
            lines.append("\(Wording.count(whole)) \(step.wholeName)")
        }
        lines += step.notes.map(line)
        return lines + (step.why.map { [$0] } ?? [])
    }

    private func heading(_ step: FlowDiagram.Step) -> String {
        guard let people = step.people else { return "\(step.title): not told" }
        return "\(step.title): \(Wording.count(people))" + (step.verb.isEmpty ? "" : " \(step.verb)")
    }

    private func line(_ part: FlowDiagram.Part) -> String {
        "\(part.people.map { Wording.count($0) } ?? "not told") \(part.label)"
    }

    private func lines(_ texts: [String], width: Double) -> [String] {
        texts.flatMap { TextMeasure.lines(of: $0, width: width - 24, size: 13) }
    }

    private func boxHeight(_ step: FlowDiagram.Step) -> Double {
        let head = TextMeasure.lines(of: heading(step), width: box.width - 24, size: 15, bold: true).count
        let facts = lines(facts(step), width: box.width).count
        return 16 + 20 * Double(head) + lineHeight * Double(facts) + (step.whole == nil ? 0 : 12)
    }

    private func sideHeight(_ step: FlowDiagram.Step) -> Double {
        step.losses.isEmpty ? 0 : 12 + lineHeight * Double(lines(step.losses.map(line), width: side.width).count)
    }

    private func height(_ step: FlowDiagram.Step) -> Double {
        size == .page
            ? max(boxHeight(step), sideHeight(step))
            : boxHeight(step) + (step.losses.isEmpty ? 0 : 10 + sideHeight(step))
    }

    var figure: Figure {
        let top = FigureFrame.headHeight(title: diagram.title, subtitle: diagram.subtitle, width: size.width) + 6
        let body = diagram.steps.reduce(-gap) { $0 + height($1) + gap }
        let note = diagram.note.isEmpty ? 0 : 14 + FigureFrame.noteHeight(diagram.note, width: size.width)
        let total = top + body + 22 + note
        var frame = FigureFrame(title: diagram.title, subtitle: diagram.subtitle, height: total, width: size.width)
        var y = top
        for (number, step) in diagram.steps.enumerated() {
            draw(step, top: y, isLast: number == diagram.steps.count - 1, &frame.canvas)
            y += height(step) + gap
        }
        if !diagram.note.isEmpty { frame.note(diagram.note, y: top + body + 26) }
        return Figure(
            title: diagram.title,
            summary: "\(diagram.subtitle). \(spoken) \(diagram.note)",
            width: size.width,
            height: total,
            canvas: frame.canvas,
            table: table
        )
    }

    private func draw(_ step: FlowDiagram.Step, top: Double, isLast: Bool, _ canvas: inout Canvas) {
        let tall = boxHeight(step)
        let spine = box.left + size.pick(40, 16)
        if !isLast {
            let end = top + height(step) + gap
            canvas.line((spine, top + tall), (spine, end - 6), .stroke(.quiet, width: 1.5))
            canvas.polygon([(spine, end - 1), (spine - 5, end - 9), (spine + 5, end - 9)], .fill(.quiet))
        }
        canvas.rectangle(x: box.left, y: top, width: box.width, height: tall, radius: 4, .fill(.band))
        canvas.rectangle(x: box.left, y: top, width: box.width, height: tall, radius: 4, .stroke(.quiet, width: 1))
        let inner = box.width - 24
        var y = canvas.paragraph(heading(step), x: box.left + 12, y: top + 23, width: inner, size: 15, bold: true)
        if let people = step.people, let whole = step.whole, whole > 0 {
            let share = min(1, Double(people) / Double(whole))
            canvas.rectangle(x: box.left + 12, y: y - 12, width: inner, height: 7, .fill(.paper))
            canvas.rectangle(x: box.left + 12, y: y - 12, width: inner * share, height: 7, .fill(.main))
            y += 12
        }
        for line in lines(facts(step), width: box.width) {
            canvas.text(line, x: box.left + 12, y: y, size: 13)
            y += lineHeight
        }
        drawLosses(step, top: top, tall: tall, spine: spine, &canvas)
    }

    private func drawLosses(
        _ step: FlowDiagram.Step,
        top: Double,
        tall: Double,
        spine: Double,
        _ canvas: inout Canvas
    ) {
        guard !step.losses.isEmpty else { return }
        let upper = size == .page ? top : top + tall + 10
        let depth = sideHeight(step)
        let middle = size == .page ? upper + min(depth, tall) / 2 : upper + depth / 2
        let start = size == .page ? box.left + box.width : spine
        canvas.line((start, middle), (side.left - 6, middle), .stroke(.quiet, width: 1.5))
        canvas.polygon(
            [(side.left - 1, middle), (side.left - 9, middle - 5), (side.left - 9, middle + 5)],
            .fill(.quiet)
        )
        canvas.rectangle(
            x: side.left,
            y: upper,
            width: side.width,
            height: depth,
            radius: 4,
            .stroke(.quiet, width: 1, dash: "4 3")
        )
        var y = upper + 19
        for line in lines(step.losses.map(line), width: side.width) {
            canvas.text(line, x: side.left + 12, y: y, size: 13)
            y += lineHeight
        }
    }

    private var spoken: String {
        diagram.steps.map { step in
            let parts = [heading(step)] + facts(step)
            let losses = step.losses.isEmpty ? "" : "; beside them: " + step.losses.map(line).joined(separator: ", ")
            return parts.joined(separator: ", ") + losses + "."
        }
        .joined(separator: " ")
    }

    private var table: FigureTable {
        FigureTable(
            caption: diagram.title,
            names: ["Step", "Who"],
            numbers: ["People"],
            rows: diagram.steps.flatMap { step -> [[String]] in
                let own = [[step.title, step.verb.isEmpty ? "all" : step.verb, cell(step.people)]]
                let whole = step.whole.map { [[step.title, step.wholeName, cell($0)]] } ?? []
                return whole + own + (step.notes + step.losses).map { [step.title, $0.label, cell($0.people)] }
            }
        )
    }
}
