public import Evaluation
import Material
public import Programme
import Records

extension Office {
    /// What training cost, from the programmes on record: their money up to today, the people trained, and what the evaluations of
    /// confidence and of calls say.
    ///
    /// - Parameters:
    ///   - programme: A programme's code; nil takes every programme that trained somebody. Answers and calls are not kept apart by
    ///     programme, so they are left out where others trained people as well.
    ///   - terms: Price year, horizon, discount and unit costs; whatever the record knows is filled in. Without unit costs one report
    ///     or incident of anti-social behaviour is taken, without a deflator that of the reference data.
    ///   - confidence: The findings of ``confidence(suppressBelow:smallestChange:margin:bootstrap:by:)``; nil leaves improvement out.
    ///   - calls: The findings of ``calls(design:suppressBelow:by:)``; nil with a reason leaves calls out.
    ///   - whyNoCalls: Why there are none.
    ///   - actor: Who asks.
    /// - Returns: The findings.
    /// - Throws: ``UnknownProgramme``, a `CostRefusal`, or that a right is missing.
    public func cost(
        of programme: String? = nil,
        terms: CostQuestion = CostQuestion(pounds: nil),
        confidence: ConfidenceFindings?,
        calls: CallsFindings?,
        whyNoCalls: String? = nil,
        by actor: Actor
    ) async throws -> CostFindings {
        try actor.require(.evaluated)
        try actor.require(.programmesSeen)
        let today = try today()
        let record = try await records.read { reader in try ProgrammeMoney(reader, programme, today) }
        var question = terms
        (question.pounds, question.whyNoCost, question.years) = (record.pounds, record.why, record.years)
        (question.source, question.trained) = (record.source, record.trained)
        if record.isEverybody {
            question.improved = confidence.flatMap(CostQuestion.Improved.init)
            question.averted =
                calls.map { AvertedCalls($0) }
                ?? AvertedCalls(perYear: nil, source: "the record", why: whyNoCalls ?? "calls were not evaluated")
        } else {
            let why = "other programmes trained people in the same months, and calls are not kept apart"
            question.averted = AvertedCalls(perYear: nil, source: "the record", why: why)
        }
        question.deflator = question.deflator ?? reference.deflator
        if question.unitCosts.isEmpty { question.unitCosts = UnitPrice.usual(among: reference.unitCosts) }
        return try CostFindings(evaluating: question)
    }
}

/// The money of programmes up to a day.
private struct ProgrammeMoney: Sendable {
    private(set) var pounds: Double?
    private(set) var why: String?
    private(set) var years = 1.0
    let source: String
    let trained: Int
    /// Whether nobody was trained by anything else.
    let isEverybody: Bool

    init(_ reader: Reader, _ code: String?, _ today: CalendarDate) throws {
        let people = try reader.trainedPeople()
        let chosen =
            try code.map { [try reader.existingProgramme($0)] }
            ?? (try reader.programmes().filter { people[$0.code] != nil })
        let codes = Set(chosen.map(\.code))
        trained = codes.reduce(into: Set()) { $0.formUnion(people[$1] ?? []) }.count
        isEverybody = people.keys.allSatisfy { $0.map(codes.contains) ?? false }
        source = "\(Wording.list(chosen.map(\.name))) as contracted, to \(today)"
        let begun = chosen.filter { $0.starts <= today }
        guard let first = begun.map(\.starts).min(), let last = begun.map({ min($0.ends, today) }).max() else {
            why = chosen.isEmpty ? "no programme on record has trained anybody" : "the programme has not begun"
            return
        }
        let unknown = begun.filter { $0.fundingPerYear == nil }.map(\.name)
        years = Double(last.dayNumber - first.dayNumber + 1) / 365.25
        guard unknown.isEmpty else {
            why = "the yearly money of \(Wording.list(unknown)) is not on record"
            return
        }
        pounds = begun.reduce(0) { sum, programme in
            let days = min(programme.ends, today).dayNumber - programme.starts.dayNumber + 1
            return sum + Double(programme.fundingPerYear ?? 0) * Double(days) / 365.25
        }
        if pounds == 0 { (pounds, why) = (nil, "the programmes on record have no money") }
    }
}

extension CostQuestion.Improved {
    /// Who changed reliably on the scale of the main question at its later wave, or on the first scale there is.
    fileprivate init?(_ findings: ConfidenceFindings) {
        let counts = findings.supporting.reliableChanges
        let primary = findings.primaryComparison
        let count = counts.first { $0.measure == primary?.measure && $0.to == primary?.to } ?? counts.first
        guard let count, let improved = count.improved, let worse = count.worse, let unchanged = count.unchanged else {
            return nil
        }
        self.init(improved, of: improved + worse + unchanged)
    }
}
