import Programme

/// What training cost, in plain sentences.
struct CostStatements {
    private let findings: CostFindings
    private let question: CostQuestion

    init(_ findings: CostFindings) { (self.findings, question) = (findings, findings.question) }

    var all: [String] {
        guard question.pounds != nil else { return [paid, limits] }
        return [paid, improved, averted].compactMap { $0 } + breakEven
            + [chance, cash, prices, discount, unverified].compactMap { $0 } + [limits]
    }

    private var span: String {
        question.years == 1 ? "" : " over \(Self.years(question.years))"
    }

    private static func years(_ years: Double) -> String {
        years == 1 ? "1 year" : "\(Wording.number(years, decimals: years == years.rounded() ? 0 : 1)) years"
    }

    private var paid: String {
        guard let pounds = question.pounds else {
            return "What was paid is not on record: \(question.whyNoCost ?? "no cost was given")."
        }
        let source = question.source.map { " (\($0))" } ?? ""
        let bias =
            question.optimismBias > 0
            ? " Below it is raised by \(Wording.percent(question.optimismBias)) for optimism bias." : ""
        guard let each = findings.perTrained.pounds, let people = question.trained else {
            return
                "\(Wording.pounds(pounds))\(span)\(source); for each person trained: not estimable, \(findings.perTrained.why ?? "")."
                + bias
        }
        return
            "\(Wording.pounds(pounds))\(span)\(source) for \(Wording.count(people, "person", "people")) trained is \(Wording.pounds(each)) each.\(bias)"
    }

    private var improved: String? {
        guard let improved = question.improved else { return nil }
        guard findings.perImproved.pounds != nil else {
            return "For each person who improved reliably: not estimable, \(findings.perImproved.why ?? "")."
        }
        let of = improved.of.map { " of \(Wording.count($0)) who answered both times" } ?? ""
        return
            "\(Wording.count(improved.people, "person", "people"))\(of) improved reliably: \(findings.perImproved.words) for each, as if nobody else had gained. They were compared with nobody here, so the course is not shown to be the reason."
    }

    private var averted: String? {
        guard let averted = question.averted else { return nil }
        guard let perYear = averted.perYear else {
            return "For each \(question.nouns.one) fewer: not estimable, \(averted.why ?? "")."
        }
        func words(_ value: Double) -> String {
            let number = Wording.number(abs(value), decimals: abs(value) < 10 && value != value.rounded() ? 1 : 0)
            return "\(number) \(value >= 0 ? "fewer" : "more")"
        }
        let range = averted.interval.map { " (95 % interval \(words($0.lowerBound)) to \(words($0.upperBound)))" } ?? ""
        let start =
            "\(words(perYear)) \(averted.outcome) a year\(range), \(averted.source == "given" ? "as given" : "from \(averted.source)")"
        guard findings.perCall.pounds != nil else {
            return "\(start). What one fewer cost cannot be told: \(findings.perCall.why ?? "")."
        }
        return "\(start): each one fewer cost \(findings.perCall.words)."
    }

    private var breakEven: [String] {
        guard let cost = findings.presentCost else { return [] }
        let isPlain = findings.presentFactor == 1 && question.years == 1
        return findings.lines.compactMap { line in
            guard let calls = line.breakEvenPerYear else { return nil }
            let unit = Wording.pounds(line.pounds)
            let sum =
                isPlain
                ? "\(Wording.pounds(cost)) / \(unit)"
                : "\(Wording.pounds(cost)) / (\(unit) × \(Wording.number(findings.presentFactor, decimals: 2)) years)"
            return
                "\(sum) = \(Wording.number(calls, decimals: calls < 10 ? 1 : 0)) \(line.unit)s a year would break even (\(Self.described(line)))."
        }
    }

    private static func described(_ line: CostFindings.Line) -> String {
        guard let provenance = line.price.provenance else { return "the amount given" }
        let year = line.price.priceYear.map { "\($0) prices" } ?? "price year not known"
        let uprated = line.factor.map { ", uprated by \(Wording.number($0, decimals: 3))" } ?? ""
        let kind = line.price.kind.map { ", \($0.rawValue)" } ?? ""
        return "\(line.price.name); \(provenance.source); \(year)\(uprated)\(kind)"
    }

    private var chance: String? {
        let told = findings.lines.compactMap { line in
            line.chance.map { "\(Wording.percent($0)) at \(Wording.pounds(line.pounds))" }
        }
        guard !told.isEmpty else { return nil }
        return
            "The chance that the \(question.nouns.many) averted were worth more than the money: \(Wording.list(told)) for one."
    }

    private var cash: String? {
        guard !findings.lines.isEmpty else { return nil }
        let kinds = findings.lines.map(\.price.kind)
        if kinds.allSatisfy({ $0 == .cashable }) {
            return "These unit costs are cashable: fewer \(question.nouns.many) would free money."
        }
        return
            "Little of this is cashable: time saved by police and partners frees no budget, and where a source does not part money from time nothing is counted as cash."
    }

    private var prices: String? {
        guard findings.lines.contains(where: { $0.price.provenance != nil }) else { return nil }
        guard let year = question.priceYear else {
            return
                "Unit costs stand in the prices of their sources and are not uprated; name the price year of the cost to do so."
        }
        let left = findings.lines.compactMap { line in line.whyNotUprated.map { "\(line.price.name): \($0)" } }
        let not = left.isEmpty ? "" : " Not uprated: \(left.joined(separator: "; "))."
        guard let deflator = question.deflator, findings.lines.contains(where: { $0.factor != nil }) else {
            return left.isEmpty ? nil : String(not.dropFirst())
        }
        let verify = deflator.provenance.toVerify ? ", still to be verified" : ""
        return
            "Unit costs are brought to \(year) prices with the \(deflator.name) (\(deflator.provenance.source)\(verify)).\(not)"
    }

    private var discount: String? {
        let horizon = question.horizonYears ?? question.years
        guard max(horizon, question.years) > 1 else { return nil }
        return
            "Money after the first year is discounted by \(Wording.percent(question.discountRate)) a year (HM Treasury Green Book), and a fall is taken to last \(Self.years(horizon))."
    }

    private var unverified: String? {
        let names = findings.lines.filter { $0.price.provenance?.toVerify == true }.map(\.price.name)
        guard !names.isEmpty else { return nil }
        return "Still to be verified in the source itself: \(names.joined(separator: "; "))."
    }

    private var limits: String {
        "Fewer \(question.nouns.many) is not by itself less ASB: they may have moved to other places or agencies, or people may have stopped reporting. A survey of ASB or of victims belongs beside it."
    }
}
