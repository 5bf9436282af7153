import Programme
import Testing

@Suite struct AnswerTests {
    private static let survey = SampleSurvey.instrument
    private static let later = Wave.followUp(months: 3)

    struct Taken: Sendable, CustomTestStringConvertible {
        let item: String
        let given: String
        let answer: Answer
        let score: Double?
        var testDescription: String { "\(item) = \(given)" }
    }

    @Test(arguments: [
        Taken(item: "A1", given: "0", answer: .point(0), score: 0),
        Taken(item: "A1", given: "10", answer: .point(10), score: 10),
        Taken(item: "A1", given: "cannot-say", answer: .cannotSay, score: nil),
        Taken(item: "C1", given: "b:away", answer: .guarded(form: "b", option: "away", isSafe: true), score: 1),
        Taken(item: "C1", given: "b:talk", answer: .guarded(form: "b", option: "talk", isSafe: false), score: 0),
        Taken(item: "C1", given: "safe", answer: .guarded(form: nil, option: nil, isSafe: true), score: 1),
        Taken(item: "C1", given: "unsafe", answer: .guarded(form: nil, option: nil, isSafe: false), score: 0),
        Taken(item: "D1", given: "2-3", answer: .option("2-3"), score: 2),
        Taken(item: "D1", given: "do-not-know", answer: .option("do-not-know"), score: nil),
        Taken(item: "F1", given: "yes", answer: .yes(true), score: 1),
        Taken(item: "F1", given: "no", answer: .yes(false), score: 0),
        Taken(item: "F4", given: "0|2-3", answer: .options(["0", "2-3"]), score: nil),
        Taken(item: "F5", given: "20", answer: .count(20), score: 20),
        Taken(item: "F10", given: "I walked off", answer: .words("I walked off"), score: nil),
    ])
    func isTakenScoredAndWrittenAsItCame(_ taken: Taken) throws {
        let answer = try Self.survey.answer(taken.given, to: taken.item, in: Self.later)
        #expect(answer == taken.answer)
        #expect(answer.text == taken.given)
        #expect(try Self.survey.item(taken.item).score(of: answer) == taken.score)
    }

    @Test func ticksAreWrittenInTheFormsOrder() throws {
        #expect(try Self.survey.answer("do-not-know|0", to: "F4", in: Self.later) == .options(["0", "do-not-know"]))
    }

    struct Refused: Sendable, CustomTestStringConvertible {
        let item: String
        let given: String
        let sentence: String
        var testDescription: String { "\(item) = \(given)" }
    }

    @Test(arguments: [
        Refused(
            item: "A1",
            given: "11",
            sentence: "Item A1 cannot be \"11\"; a whole number from 0 to 10 is expected, or cannot-say."
        ),
        Refused(
            item: "A1",
            given: "+7",
            sentence: "Item A1 cannot be \"+7\"; a whole number from 0 to 10 is expected, or cannot-say."
        ),
        Refused(
            item: "A1",
            given: "",
            sentence:
                "Item A1 is blank; a whole number from 0 to 10 is expected, or cannot-say, or leave the whole item out."
        ),
        Refused(
            item: "C1",
            given: "e:away",
            sentence: "Item C1 cannot be \"e:away\"; a form and an option like a:away, safe or unsafe is expected."
        ),
        Refused(
            item: "C1",
            given: "a:run",
            sentence: "Item C1 cannot be \"a:run\"; a form and an option like a:away, safe or unsafe is expected."
        ),
        Refused(
            item: "D1",
            given: "1",
            sentence: "Item D1 cannot be \"1\"; one of 0, 2-3, do-not-know is expected."
        ),
        Refused(
            item: "D1",
            given: "cannot-say",
            sentence: "Item D1 cannot be \"cannot-say\"; one of 0, 2-3, do-not-know is expected."
        ),
        Refused(
            item: "F4",
            given: "0|0",
            sentence: "Item F4 cannot be \"0|0\"; any of 0, 2-3, do-not-know, separated by |, are expected."
        ),
        Refused(item: "F1", given: "maybe", sentence: "Item F1 cannot be \"maybe\"; yes or no is expected."),
        Refused(
            item: "F5",
            given: "-1",
            sentence: "Item F5 cannot be \"-1\"; a whole number from 0 to 20 is expected."
        ),
        Refused(
            item: "F10",
            given: "I walked away",
            sentence: "Item F10 cannot be \"I walked away\"; words of at most 12 characters are expected."
        ),
        Refused(item: "A11", given: "7", sentence: "There is no item \"A11\" in \"Sample\". Did you mean \"A1\"?"),
        Refused(
            item: "Z99",
            given: "7",
            sentence: "There is no item \"Z99\" in \"Sample\". See the survey's list of items."
        ),
    ])
    func isRefusedWithTheItemAndWhatItTakes(_ refused: Refused) {
        let refusal = #expect(throws: AnswerRefusal.self) {
            try Self.survey.answer(refused.given, to: refused.item, in: Self.later)
        }
        #expect(refusal?.description == refused.sentence)
    }

    @Test func anItemOfAnotherWaveIsRefused() {
        let early = #expect(throws: AnswerRefusal.self) { try Self.survey.answer("yes", to: "F1", in: .pre) }
        #expect(early?.description == "Item F1 is not asked in the wave pre; it is asked in followup-3.")
        let unknown = #expect(throws: AnswerRefusal.self) {
            try Self.survey.answer("7", to: "A1", in: .followUp(months: 6))
        }
        #expect(
            unknown?.description
                == "\"Sample\" is not asked in the wave followup-6; its waves are booking, pre, post, followup-3."
        )
    }

    @Test func theUnnumberedFollowUpIsTheFirst() throws {
        #expect(try Self.survey.answer("7", to: "A1", in: .firstFollowUp) == .point(7))
    }

    @Test(arguments: [
        ("A1", 7.0, Answer.point(7)), ("C1", 1, .guarded(form: nil, option: nil, isSafe: true)),
        ("D1", 2, .option("2-3")), ("F1", 0, .yes(false)), ("F5", 3, .count(3)),
    ])
    func aScoreIsReadBack(item: String, score: Double, answer: Answer) throws {
        #expect(try Self.survey.answer(score: score, to: item, in: Self.later) == answer)
        #expect(try Self.survey.item(item).score(of: answer) == score)
    }

    @Test(arguments: [
        ("A1", 7.5, "Item A1 cannot be \"7.5\"; a whole number from 0 to 10 is expected."),
        ("A1", -1, "Item A1 cannot be \"-1\"; a whole number from 0 to 10 is expected."),
        ("C1", 2, "Item C1 cannot be \"2\"; 1 for the safe answer or 0 for any other is expected."),
        ("D1", 1, "Item D1 cannot be \"1\"; one of 0, 2 is expected."),
        ("F1", 2, "Item F1 cannot be \"2\"; 1 for yes or 0 for no is expected."),
        ("F4", 1, "Item F4 cannot be \"1\"; it has no scores and cannot stand in a list of scores."),
        ("A1", .infinity, "Item A1 cannot be \"inf\"; a whole number from 0 to 10 is expected."),
    ])
    func aScoreOutsideIsRefused(item: String, score: Double, sentence: String) {
        let refusal = #expect(throws: AnswerRefusal.self) {
            try Self.survey.answer(score: score, to: item, in: Self.later)
        }
        #expect(refusal?.description == sentence)
    }
}
