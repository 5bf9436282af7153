import Programme
import Testing

@Suite struct SurveyItemTests {
    private static let survey = SampleSurvey.instrument

    @Test(arguments: [
        ("F1", Answer.yes(true), SurveyItem.Alert.Reader?.some(.support)), ("F1", .yes(false), nil),
        ("F4", .options(["0", "2-3"]), .safeguarding), ("F4", .options(["0"]), nil), ("A1", .point(0), nil),
    ])
    func tellsWhomToAlert(item: String, answer: Answer, reader: SurveyItem.Alert.Reader?) throws {
        #expect(try Self.survey.item(item).alert(for: answer) == reader)
    }

    @Test func isAskedOnlyAfterTheAnswerItDependsOn() throws {
        let item = try Self.survey.item("F4")
        #expect(item.isAsked(after: ["F1": .yes(true)]))
        #expect(!item.isAsked(after: ["F1": .yes(false)]))
        #expect(!item.isAsked(after: [:]))
        #expect(try Self.survey.item("F1").isAsked(after: [:]))
    }

    @Test func aWaveShowsItsOwnItemsInTheFormsOrder() {
        #expect(Self.survey.items(in: .pre).map(\.code) == ["A1", "C1", "D1"])
        #expect(Self.survey.sections(in: .pre).map(\.code) == ["A"])
        #expect(Self.survey.sections(in: .followUp(months: 3)).map(\.code) == ["A", "F"])
        #expect(Self.survey.sections(in: .followUp(months: 9)) == [])
    }

    /// Means by hand.
    @Test(arguments: [
        (["A1": 2.0, "A2": 4, "A3": 9], 5.0), (["A1": 2.0, "A3": 9], 5.5), (["A1": 2.0], nil), ([:], nil),
        (["A1": 2.0, "A2": 4, "A3": 9, "B1": 10], 5.0),
    ])
    func aScaleIsTheMeanOfWhatWasAnswered(scores: [String: Double], mean: Double?) {
        let scale = InstrumentScale(name: "s", title: "S", items: ["A1", "A2", "A3"], minimumAnswered: 2)
        #expect(scale.mean(of: scores) == mean)
    }
}
