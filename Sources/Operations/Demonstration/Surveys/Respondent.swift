import Programme
import Records

/// Fills in a survey as one made-up person would; every answer passes the survey's own check.
struct Respondent {
    let instrument: Instrument
    let temper: Temper
    let reference: String
    let mayBeQuoted: Bool

    /// The answers of a wave; some questions are left out or answered with "cannot say".
    func answers(in wave: Wave, _ chance: inout Chance) throws -> [StoredAnswer] {
        var given: [String: Answer] = [:]
        var stored: [StoredAnswer] = []
        for item in instrument.items(in: wave) where item.isAsked(after: given) {
            guard !chance.happens(0.012), let answer = answer(to: item, in: wave, given, &chance) else { continue }
            // The form reads what a person sends in just this way.
            let checked = try item.answer(answer.text)
            given[item.code] = checked
            stored.append(StoredAnswer(checked, of: item))
        }
        return stored.map { answer in
            var answer = answer
            answer.mayQuote = instrument.mayQuote(answer.item, after: given)
            return answer
        }
    }

    private func answer(to item: SurveyItem, in wave: Wave, _ given: [String: Answer], _ chance: inout Chance)
        -> Answer?
    {
        if item.offersCannotSay, chance.happens(0.02) { return .cannotSay }
        switch item.answer {
        case .scale(let lowest, let highest, _):
            return .point(max(lowest, min(highest, temper.point(item.code, in: wave, &chance))))
        case .choice(let options):
            let felt = temper.felt(in: wave)
            let option = chance.pick(options) {
                AnswerHabits.weight(of: $0.code, to: item.code, trouble: temper.trouble, felt: felt)
            }
            return option.map { .option($0.code) }
        case .several(let options):
            let ticked = options.filter { chance.happens(AnswerHabits.ticks($0.code)) }
            return ticked.isEmpty ? nil : .options(ticked.map(\.code))
        case .count(let most): return .count(min(most, Int(4 * temper.trouble)))
        case .text(let longest):
            guard chance.happens(0.2), let words = chance.pick(AnswerHabits.words) else { return nil }
            return .words(String(words.prefix(longest)))
        case .yesNo:
            if item.code == "F10-quote" { return given["F10"] == nil ? nil : .yes(mayBeQuoted) }
            return .yes(chance.happens(AnswerHabits.yes(item.code, trouble: temper.trouble)))
        case .guarded: return choice(of: item, in: wave, &chance)
        }
    }

    /// The safe option of the form this person sees in this wave, or one of the others.
    private func choice(of item: SurveyItem, in wave: Wave, _ chance: inout Chance) -> Answer? {
        let seed = Office.seed(of: reference)
        guard let form = instrument.guardForm(of: item.code, in: wave, seed: seed) else { return nil }
        let isSafe = temper.isSafe(item.code, in: wave)
        let other = chance.pick(form.options.filter { $0.code != form.right })
        return .guarded(form: form.code, option: isSafe ? form.right : other?.code ?? form.right, isSafe: isSafe)
    }
}
