import Programme
import Testing

@testable import Figures

@Suite("Figures of calls") struct CallsFigureTests {
    @Test("a missing month is a gap in the table and in the drawing, never a zero") func gaps() throws {
        let figure = try #require(Calls.series.flatMap { Figure.callSeries($0) })
        #expect(figure.table.rows.count == 48)
        #expect(figure.table.rows.filter { $0[1] == "missing" }.map(\.first) == ["2022-03", "2022-09", "2024-05"])
        #expect(figure.summary.contains("3 months have no count (shaded)"))
        let dots = try Parsed(figure.document()).elements.count { $0.name == "circle" }
        #expect(dots == 45 + 1)
    }

    @Test("events are told by number, those outside the months are not") func events() throws {
        var plot = try #require(Calls.series)
        let figure = try #require(Figure.callSeries(plot))
        #expect(figure.summary.contains("1: Night patrols. 2: New recording rules."))
        plot.events[0].from = plot.points[0].month.adding(-20)
        plot.events[0].to = plot.points[0].month.adding(-9)
        let without = try #require(Figure.callSeries(plot))
        #expect(!without.summary.contains("Night patrols") && without.summary.contains("1: New recording rules."))
    }

    @Test("a figure without a model names no model") func bare() throws {
        var plot = try #require(Calls.series)
        for number in plot.points.indices {
            (plot.points[number].fitted, plot.points[number].counterfactual) = (nil, nil)
            plot.points[number].interval = nil
        }
        let figure = try #require(Figure.callSeries(plot))
        #expect(!figure.summary.contains("model") && !figure.summary.contains("expected"))
    }

    @Test("the reference of an event study is drawn and is no estimate") func eventStudy() throws {
        let figure = try #require(Figure.eventStudy(Calls.eventStudy))
        #expect(!figure.table.rows.contains { $0.first == "-1" || $0.first == "\u{2212}1" })
        #expect(figure.table.rows.contains { $0.contains("not estimable") })
        #expect(figure.summary.contains("do not prove"))
    }

    @Test("doses stand in falling order, those not told last") func dose() throws {
        let figure = try #require(Figure.dose(Calls.dose))
        #expect(figure.table.rows.map(\.first) == [Sample.longName, "Slough", "Cherwell", "Oxford"])
        #expect(figure.table.rows.last?[1] == "suppressed: fewer than 10 people")
    }

    @Test("nothing to draw is nil") func nothing() throws {
        #expect(Figure.powerCurve(PowerCurvePlot(title: "", subtitle: "", points: [])) == nil)
        #expect(Figure.dose(DosePlot(title: "", subtitle: "", unit: "", rows: [])) == nil)
        #expect(Figure.eventStudy(EventStudyPlot(title: "", subtitle: "", points: [])) == nil)
    }
}
