import Operations
import Programme
import Records

/// Who has answered the surveys of a run.
struct SurveyListPage: Sendable {
    struct Head: Sendable {
        let label: String
        let count: String
        /// What became of the others, as counts; nil when all have answered.
        let others: String?
        let key: String?
        let again: String?
    }
    struct Cell: Sendable {
        let isAnswered: Bool
        let state: String
        let address: String
        /// What can be done with it; nil before its time.
        let action: String?
        let label: String
    }
    struct Line: Sendable {
        let name: NameText
        let reference: String
        let cells: [Cell]
    }
    let card: StaffRunCard
    let waves: [Head]
    let lines: [Line]
    let quality: String?
    let open: String?
    let disagreements: String?
    let isEmpty: Bool

    init(_ overview: SurveyOverview, site: Site, visit: Visit) {
        let (register, run) = (overview.register, overview.register.summary.run)
        let (hand, now) = (visit.actor.hand, site.office.surroundings.now())
        card = StaffRunCard(register.summary, site: site, visit: visit)
        let shown = overview.waves.filter { $0 != .booking }
        waves = shown.map { wave in
            let answered = register.lines.count { overview.sheet(of: $0.booking, wave) != nil }
            let first = overview.toKey(wave, again: false, by: hand, at: now).first
            let second = overview.toKey(wave, again: true, by: hand, at: now).first
            let isOver = site.hasStarted(wave, overview)
            return Head(
                label: SurveyWords.short(wave),
                count: "\(answered) of \(register.lines.count)",
                others: Self.others(overview.flows.filter { $0.wave == wave && $0.answeredOn == nil }),
                key: isOver ? first.map { KeyingPage.address(run.id, $0.booking, wave, .first) } : nil,
                again: second.map { KeyingPage.address(run.id, $0.booking, wave, .again) }
            )
        }
        lines = register.lines.map { line in
            Line(
                name: NameText(line.name, language: line.language),
                reference: line.reference,
                cells: shown.map { wave in
                    let sheet = overview.sheet(of: line.booking, wave)
                    let flow = overview.flow(of: line.reference, wave)
                    return Cell(
                        isAnswered: sheet != nil,
                        state: SurveyWords.state(of: sheet, flow),
                        address: KeyingPage.address(run.id, line.booking, wave, .first),
                        action: sheet != nil ? "correct" : flow?.status == .notYetDue ? nil : "key",
                        label: "\(SurveyWords.title(wave)) of \(line.name.text)"
                    )
                }
            )
        }
        let found = overview.quality
        quality =
            found.keyed == 0
            ? nil
            : "\(found.keyedTwice) of \(NumberWords.many(found.keyed, "keyed sheet")) keyed twice"
                + (found.keyedTwice == 0
                    ? "."
                    : "; \(NumberWords.grouped(found.disagreements)) of \(NumberWords.grouped(found.itemsCompared)) answers differed.")
        open = found.open == 0 ? nil : "\(NumberWords.many(found.open, "disagreement")) to settle"
        disagreements = found.disagreements == 0 ? nil : Route.disagreements.path(run.id)
        isEmpty = register.lines.isEmpty || shown.isEmpty
    }
}

extension SurveyListPage {
    /// `2 due, 1 said no`.
    private static func others(_ flows: [WaveFlow]) -> String? {
        let counts = WaveFlowStatus.allCases.compactMap { status -> String? in
            let some = flows.filter { $0.status == status }
            guard let first = some.first else { return nil }
            return "\(some.count) \(SurveyWords.state(of: nil, first))"
        }
        return counts.isEmpty ? nil : counts.joined(separator: " · ")
    }
}

extension Site {
    /// Whether sheets of a wave can be there: somebody's window has opened.
    fileprivate func hasStarted(_ wave: Wave, _ overview: SurveyOverview) -> Bool {
        overview.flows.contains { $0.wave == wave && $0.status != .notYetDue } || overview.flows.isEmpty && wave == .pre
    }
}
