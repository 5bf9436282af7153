public import Evaluation

extension Figure {
    /// The planner's picture: what each way could give against what could be seen, on one logarithmic axis.
    ///
    /// - Parameter findings: The findings.
    /// - Returns: nil when no way expects any fall.
    public static func dilution(_ findings: DilutionFindings) -> Figure? {
        findings.reaches.contains { ($0.expectedFall ?? 0) > 0 } ? DilutionDrawing(findings).figure : nil
    }
}

private struct DilutionDrawing {
    private struct Panel {
        let heading: String
        let detectable: Double
        let reaches: [DilutionFindings.Reach]
    }

    private let panels: [Panel]
    private let title: String
    private let subtitle: String
    private let note: String
    private let summary: String
    private let scale: ClosedRange<Double>
    private let rowHeight = 44.0
    private let plot = (left: 20.0, right: 540.0)

    init(_ findings: DilutionFindings) {
        let plan = findings.plan
        var panels = [
            Panel(
                heading: "\(Wording.count(plan.people)) people across \(Wording.count(plan.areas, "area", "areas"))",
                detectable: findings.detectableFall,
                reaches: findings.reaches
            )
        ]
        if let concentrated = findings.concentrated {
            let wards = concentrated.concentration
            panels.append(
                Panel(
                    heading: "The same \(Wording.count(plan.people)) people in "
                        + "\(Wording.count(wards.wards, "ward", "wards")) of \(Wording.count(wards.residentsEach)) residents",
                    detectable: concentrated.detectableFall,
                    reaches: concentrated.reaches
                )
            )
        }
        self.panels = panels
        title = findings.verdict.prefix(1).uppercased() + findings.verdict.dropFirst()
        subtitle =
            "Expected fall in calls (dots) and the falls a comparison of \(plan.windows.monthsBefore) with "
            + "\(plan.windows.monthsAfter) months could see (shaded)"
        let value = plan.dispersion.value
        let dispersion = Wording.number(value, decimals: value == value.rounded() ? 0 : 1)
        note =
            "The axis is logarithmic. Shaded: two-sided 5 %, power 80 %, dispersion \(dispersion)"
            + (plan.dispersion.source == .assumed ? ", assumed." : ", estimated from the areas' own months.")
        summary = findings.statements.joined(separator: " ")
        let falls = panels.flatMap { [$0.detectable] + $0.reaches.compactMap(\.expectedFall).filter { $0 > 0 } }
        let low = Logarithm.base10((falls.min() ?? 0.001) * 0.7).rounded(.down)
        scale = Logarithm.power10(Int(low))...1
    }

    private func height(of panel: Panel) -> Double { 60 + rowHeight * Double(panel.reaches.count) + 36 }

    var figure: Figure {
        let top = FigureFrame.headHeight(title: title, subtitle: subtitle) + 8
        let bottom = panels.reduce(top) { $0 + height(of: $1) }
        let total = bottom + 14 + FigureFrame.noteHeight(note)
        var frame = FigureFrame(title: title, subtitle: subtitle, height: total)
        let axis = Axis(scale, to: (plot.left, plot.right), logarithmic: true)
        var y = top
        for panel in panels {
            draw(panel, axis, top: y, &frame.canvas)
            y += height(of: panel)
        }
        frame.note(note, y: bottom + 18)
        return Figure(
            title: title,
            summary: summary,
            width: FigureFrame.width,
            height: total,
            canvas: frame.canvas,
            table: table
        )
    }

    private var table: FigureTable {
        FigureTable(
            caption: subtitle,
            names: ["Where", "Way"],
            numbers: ["Expected fall", "Can be seen from", "Short by a factor of"],
            rows: panels.flatMap { panel in
                panel.reaches.map { reach in
                    [
                        panel.heading, name(reach.reach), reach.expectedFall.map(Wording.percent) ?? reach.why ?? "",
                        Wording.percent(panel.detectable),
                        reach.shortByFactor.map { Wording.number($0, decimals: 1) } ?? "",
                    ]
                }
            }
        )
    }

    private func draw(_ panel: Panel, _ axis: Axis, top: Double, _ canvas: inout Canvas) {
        canvas.text(panel.heading, x: FigureFrame.margin, y: top + 18, size: 15, bold: true)
        let first = top + 32, last = first + rowHeight * Double(panel.reaches.count) + 24
        let edge = axis.position(panel.detectable)
        canvas.rectangle(x: edge, y: first, width: plot.right - edge, height: last - first, .fill(.band))
        for mark in axis.decades {
            let x = axis.position(mark)
            canvas.line((x, first), (x, last), .stroke(.rule, width: 1))
            let anchor: Canvas.Anchor = x < plot.left + 1 ? .start : x > plot.right - 1 ? .end : .middle
            canvas.text(Wording.percent(mark), x: x, y: last + 18, size: 13, ink: .quiet, anchor: anchor)
        }
        canvas.line((edge, first), (edge, last), .stroke(.main, width: 2.5))
        let label = "can be seen from \(Wording.percent(panel.detectable))"
        let fits = edge + 8 + TextMeasure.width(of: label, size: 13) < plot.right + 10
        canvas.text(
            label,
            x: edge + (fits ? 8 : -8),
            y: first + 14,
            size: 13,
            ink: .main,
            anchor: fits ? .start : .end,
            bold: true
        )
        for (number, reach) in panel.reaches.enumerated() {
            draw(reach, axis, edge: edge, y: first + 24 + rowHeight * (Double(number) + 0.62), &canvas)
        }
    }

    private func draw(_ reach: DilutionFindings.Reach, _ axis: Axis, edge: Double, y: Double, _ canvas: inout Canvas) {
        guard let fall = reach.expectedFall, fall > 0 else {
            return canvas.text(
                "\(name(reach.reach)): \(reach.why ?? "none expected")",
                x: plot.left + 6,
                y: y + 4,
                size: 13,
                ink: .quiet
            )
        }
        let x = axis.position(fall)
        let factor = reach.shortByFactor ?? 1
        if factor > 1 {
            canvas.line((x + 8, y), (edge, y), .stroke(.other, width: 2, dash: "2 5"))
            canvas.polygon([(edge, y), (edge - 8, y - 4.5), (edge - 8, y + 4.5)], .fill(.other))
        }
        canvas.dot(x, y, radius: 6.5, .fill(factor > 1 ? .other : .main))
        let amount =
            factor > 1 ? ", short by \(Wording.number(factor, decimals: factor < 10 ? 1 : 0)) times" : ", enough"
        let text = "\(name(reach.reach)): \(Wording.percent(fall))\(amount)"
        canvas.text(text, x: plot.left + 6, y: y - 13, size: 13, halo: true)
    }

    private func name(_ reach: DilutionReach) -> String {
        switch reach {
        case .residents: "As a share of residents"
        case .callsPerPerson: "By calls spared per person"
        case .ownCalls: "By their own calls"
        }
    }
}
