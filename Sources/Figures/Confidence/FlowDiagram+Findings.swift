public import Evaluation
import Programme

extension FlowDiagram {
    /// People who booked a course that has begun.
    public struct Booked: Hashable, Sendable {
        /// Everybody who had a place at some time.
        public var people: Int
        /// Those who gave it back.
        public var cancelled: Int

        /// A count.
        public init(people: Int, cancelled: Int) { (self.people, self.cancelled) = (people, cancelled) }
    }

    /// From booking through every wave to the main analysis; nil when nobody attended.
    ///
    /// - Parameters:
    ///   - findings: The findings.
    ///   - booked: People who booked, where the office's list is known; left out when people who did not come could be told
    ///     apart where groups are suppressed.
    public init?(_ findings: ConfidenceFindings, booked: Booked? = nil) {
        let attrition = findings.attrition
        guard attrition.attended.map({ $0 > 0 }) ?? true, !attrition.waves.isEmpty else { return nil }
        let beginning = Self.beginning(attrition, booked, findings.suppressedBelow)
        let waves = findings.flow.isEmpty ? attrition.waves.map(Step.init) : findings.flow.map(Step.init)
        self.init(
            title: "From \(beginning.count > 1 ? "booking" : "the course") to the analysis",
            subtitle: "People, not answers; the bars are shares",
            steps: beginning + waves + Self.end(findings),
            note: attrition.knowsDue
                ? "Due: attended, agreed to be asked, and the time to answer has come."
                : "Only the answers are known: who else attended or was asked is not."
        )
    }

    private static func beginning(_ attrition: Attrition, _ booked: Booked?, _ least: Int?) -> [Step] {
        guard let booked, let attended = attrition.attended, attended <= booked.people else {
            return [Step(title: attrition.knowsDue ? "Attended" : "In the answers", people: attrition.attended)]
        }
        let absent = max(0, booked.people - booked.cancelled - attended)
        let parts = [(booked.cancelled, "cancelled"), (absent, "not marked as there")].map { count, words in
            let isSmall = (1..<(least ?? 1)).contains(count)
            return Part(isSmall ? "\(words): fewer than \(least ?? 1)" : words, isSmall ? nil : count)
        }
        let isWhole = parts.allSatisfy { $0.people != nil }
        return [
            Step(
                title: "Booked",
                people: isWhole ? booked.people : nil,
                losses: parts.filter { $0.people != 0 },
                why: isWhole ? nil : "suppressed: a part has fewer than \(least ?? 1) people"
            ),
            Step(title: "Attended", people: attended, whole: isWhole ? booked.people : nil, wholeName: "who booked"),
        ]
    }

    private static func end(_ findings: ConfidenceFindings) -> [Step] {
        guard let primary = findings.primaryComparison else { return [] }
        let late = findings.outOfWindow.filter { $0.people != 0 }.map { count in
            Part("answered \(WaveLabels.when(count.wave)) outside the window", count.people)
        }
        return [
            Step(
                title: "Used in the main analysis",
                people: primary.pairs,
                whole: primary.pairs == nil ? nil : findings.attrition.attended,
                wholeName: findings.attrition.knowsDue ? "who attended" : "in the answers",
                losses: late,
                why: primary.pairs == nil ? primary.reasons.first?.reason : nil
            )
        ]
    }
}

extension FlowDiagram.Step {
    /// A wave of which only the answers are known.
    fileprivate init(_ wave: Attrition.Response) {
        let silent = wave.due.flatMap { due in wave.answered.map { due - $0 } } ?? 0
        self.init(
            title: WaveLabels.heading(wave.wave),
            verb: "answered",
            people: wave.answered,
            whole: wave.due,
            wholeName: "in the answers",
            losses: silent > 0 ? [FlowDiagram.Part("without an answer", silent)] : [],
            why: wave.why
        )
    }

    /// A wave as the office knows it.
    fileprivate init(_ tally: WaveTally) {
        let reasons: [(WaveFlowStatus, String)] = [
            (.due, "nothing heard"), (.reached, "reached, no answer yet"), (.refused, "refused"),
            (.unreachable, "not reached"), (.withdrawn, "withdrew"), (.notYetDue, "not yet due"),
            (.notAgreed, "did not agree to be asked"), (.skipped, "never asked in this wave"),
        ]
        let losses = reasons.compactMap { state, words in
            tally[state].flatMap { $0 > 0 ? FlowDiagram.Part(words, $0) : nil }
        }
        let late = tally[.late].flatMap { $0 > 0 ? FlowDiagram.Part("of them outside the window", $0) : nil }
        self.init(
            title: WaveLabels.heading(tally.wave),
            verb: "answered",
            people: tally.answered,
            whole: tally.due,
            wholeName: "due",
            notes: late.map { [$0] } ?? [],
            losses: losses,
            why: tally.why
        )
    }
}
