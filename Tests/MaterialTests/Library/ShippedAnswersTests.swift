import Material
import Programme
import Testing

/// Every answer that can be given to a shipped survey.
@Suite struct ShippedAnswersTests {
    /// All valid answers of an item as text.
    private func possible(_ item: SurveyItem) -> [String] {
        let answers: [String] =
            switch item.answer {
            case .scale(let lowest, let highest, _): (lowest...highest).map(String.init)
            case .choice(let options): options.map(\.code)
            case .several(let options): options.indices.map { options[...$0].map(\.code).joined(separator: "|") }
            case .count(let most): ["0", String(most)]
            case .text: ["In my own words, with | and : and \"quotes\"."]
            case .yesNo: ["yes", "no"]
            case .guarded(let forms): forms.flatMap { form in form.options.map { "\(form.code):\($0.code)" } }
            }
        return item.offersCannotSay ? answers + [Answer.cannotSayText] : answers
    }

    @Test(arguments: ["confidence-willingness-12", "support-coaching-5"])
    func everyAnswerIsTakenAndReadBackFromWhatIsStored(code: String) throws {
        let survey = try CourseLibrary.read(ProjectContent.folder).instrument(code)
        for plan in survey.waves {
            for item in survey.items(in: plan.wave) {
                for given in possible(item) {
                    let answer = try survey.answer(given, to: item.code, in: plan.wave)
                    #expect(answer.text == given)
                    #expect(try survey.answer(answer.text, to: item.code, in: plan.wave) == answer)
                }
            }
        }
    }

    @Test(arguments: ["confidence-willingness-12", "support-coaching-5"])
    func everyScoreGoesOutAndComesIn(code: String) throws {
        let survey = try CourseLibrary.read(ProjectContent.folder).instrument(code)
        for plan in survey.waves {
            for item in survey.items(in: plan.wave) {
                for given in possible(item) {
                    guard let score = item.score(of: try item.answer(given)) else { continue }
                    let back = try survey.answer(score: score, to: item.code, in: plan.wave)
                    #expect(item.score(of: back) == score)
                }
            }
        }
    }
}
