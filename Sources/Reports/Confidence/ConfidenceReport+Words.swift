import Evaluation

extension ConfidenceReport {
    /// Every finding with its verdict, the single questions in one line each, then what the statements add.
    var findingsInWords: [HTML] {
        let rest = findings.findings.filter { $0.role != .primary }
        let whole = rest.filter { !isItem($0) }.map { finding in
            HTML.tag(
                "div",
                ["class": "finding"],
                [.tag("h3", finding.subject), .tag("p", [.tag("strong", "\(finding.verdict)".sentence)])]
                    + finding.sentences.map { .tag("p", $0) }
            )
        }
        let lines = rest.filter(isItem).compactMap { finding in
            finding.sentences.first.map { "\($0) Verdict: \(finding.verdict)." }
        }
        let said = Set(findings.findings.flatMap(\.sentences))
        let others = findings.statements.filter { !said.contains($0) }
        return whole + (lines.isEmpty ? [] : [.tag("h3", "Question by question"), .list(lines)])
            + (others.isEmpty ? [] : [.tag("h3", "Also"), .list(others)])
    }

    private func isItem(_ finding: FindingWords) -> Bool { finding.subject.hasPrefix("Item ") }

    /// What a design of this kind cannot show, whatever the numbers.
    var limits: [HTML] {
        var sentences = [
            "There was no control group. The change may come from the course, from chance highs and lows evening out, or from "
                + "people answering as they think is hoped for.",
            "People know more after a course about what they could not do before, and may measure themselves by a new rule.",
            "The answers are what people say of themselves. That they act differently, or that others notice, is not shown.",
            "Whether the questions measure one thing, and the same in every language, has not been tested yet.",
        ]
        if findings.attrition.waves.contains(where: { ($0.answered ?? 0) < ($0.due ?? 0) }) {
            sentences.append("Those who did not answer may have changed differently from those who did.")
        }
        if let least = findings.suppressedBelow {
            sentences.append(
                "Numbers that rest on fewer than \(least) people are left out, so that nobody can be made out; the means and "
                    + "intervals of larger groups still count everybody."
            )
        }
        return [.list(sentences)]
    }

    private var declared: String {
        findings.plan?.sentence
            ?? "No plan was declared: the main question is the one this program asks when nobody says otherwise."
    }

    /// How it was done and what it was done with.
    var method: [HTML] {
        let plan: [HTML] =
            findings.plan.map { [.tag("dt", "SHA-256 of the declared plan"), .tag("dd", [.tag("code", $0.sha256)])] }
            ?? []
        return [.tag("p", declared), .list(findings.methods), origin.described(plan)]
    }
}
