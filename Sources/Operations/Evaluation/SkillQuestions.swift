import Evaluation
import Programme
import Records

/// The questions about using the course, by the codes that the instrument gives them.
enum SkillQuestions {
    /// Faced a situation like those practised: yes or no.
    static let faced = "F1"
    /// How often something was used; a score above 0 is use.
    static let used = "F2"
    /// What was done; leaving and choosing not to act are use.
    static let done = "F4"
    static let walkingAway: Set<String> = ["left", "chose-not"]

    /// What each person said in each wave.
    static func answers(_ choices: [ChoiceRecord]) -> [SkillAnswer] {
        let mine = choices.filter { [faced, used, done].contains($0.item) }
        return Dictionary(grouping: mine) { "\($0.attendee) \($0.wave.name)" }.sorted { $0.key < $1.key }.compactMap {
            guard let first = $0.value.first else { return nil }
            let given = Dictionary($0.value.map { ($0.item, $0) }) { first, _ in first }
            let walkedAway = given[done].map {
                !walkingAway.isDisjoint(with: $0.choice.split(separator: "|").map(String.init))
            }
            let times = given[used]?.score.map { $0 > 0 }
            return SkillAnswer(
                attendee: first.attendee,
                wave: first.wave,
                faced: given[faced].map { $0.choice == "yes" },
                used: walkedAway == true ? true : times
            )
        }
    }
}

extension ThenAnswer {
    /// A score for "this morning": its item is called like a scored one with `-then` behind it.
    init?(_ record: ResponseRecord, scored: Set<String>) {
        guard record.item.hasSuffix("-then"), scored.contains(String(record.item.dropLast(5))) else { return nil }
        self.init(attendee: record.attendee, item: String(record.item.dropLast(5)), score: record.score)
    }
}

extension Instrument {
    /// Every answer that calls for safeguarding, or tells of harm so that support is offered, counted by wave, item and answer.
    func events(_ choices: [ChoiceRecord]) -> [SafetyEvent] {
        let calling = items.filter { item in
            item.alert.map { $0.reader == .safeguarding } ?? (item.offersSupportIf != nil)
        }
        return waves.map(\.wave).flatMap { wave in
            calling.flatMap { item in
                (item.alert?.anyOf ?? item.offersSupportIf ?? []).compactMap { answer -> SafetyEvent? in
                    let people = choices.count { $0.wave == wave && $0.item == item.code && $0.choice == answer }
                    return people > 0 ? SafetyEvent(wave: wave, item: item.code, answer: answer, people: people) : nil
                }
            }
        }
    }
}
