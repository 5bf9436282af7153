import Hummingbird
import Operations
import Programme
import Records

/// What two keyings of a sheet disagree on, to be settled one by one with the sheet in hand.
struct SettlingPages: Sendable {
    let site: Site

    /// The list, open ones first.
    @Sendable func list(_ visit: Visit) async throws -> Response { try await page(visit, FormErrors()) }

    /// Settles one.
    @Sendable func settle(_ visit: Visit) async throws -> Response {
        let run: ID<Run> = try visit.id("run")
        let form = visit.form
        var errors = FormErrors()
        let lines = try await site.office.disagreements(of: run, by: visit.actor)
        let line = lines.first { DisagreementView.key(of: $0) == form["line"] && $0.stored.settled == nil }
        let settlement: Settlement? =
            switch form["keep"] {
            case "first": .first
            case "second": .second
            case "other": try await other(form["other"], line, visit, &errors)
            default: nil
            }
        if line == nil {
            errors.note("This one is settled already. See the list.")
        } else if settlement == nil, errors.isEmpty {
            errors.note("Choose which answer stands on the sheet.")
        } else if form.given("reason") == nil {
            errors.note("Say in a few words why, for example: the sheet says 7.")
        }
        if errors.isEmpty, let line, let settlement {
            do {
                _ = try await site.office.settle(
                    line.stored.disagreement.item,
                    wave: line.stored.wave,
                    of: line.stored.booking,
                    as: settlement,
                    reason: form["reason"],
                    by: visit.actor
                )
                return site.redirect(to: Route.disagreements.path(run) + "?done=settled")
            } catch let refusal as NotAllowed {
                throw refusal
            } catch let refusal as any Refusal {
                errors.note(refusal.description)
            }
        }
        return try await page(visit, errors)
    }

    /// What was keyed as a third answer, read as on the keying page.
    private func other(_ keyed: String, _ line: DisagreementLine?, _ visit: Visit, _ errors: inout FormErrors)
        async throws
        -> Settlement?
    {
        guard let line, let item = line.item else { return nil }
        guard !keyed.isEmpty else { return .other(nil) }
        let form = try await site.office.surveyForm(of: line.stored.booking, wave: line.stored.wave, by: visit.actor)
        let stored = KeyedAnswer.stored(keyed, item: item, form: form)
        do throws(AnswerRefusal) {
            _ = try item.answer(stored)
            return .other(stored)
        } catch {
            errors.note(error.description)
            return nil
        }
    }

    private func page(_ visit: Visit, _ errors: FormErrors) async throws -> Response {
        let run: ID<Run> = try visit.id("run")
        let lines = try await site.office.disagreements(of: run, by: visit.actor)
        let quality = try await site.office.entryQuality(of: run, by: visit.actor)
        let open = lines.filter { $0.stored.settled == nil }.map { DisagreementView($0, typed: visit.form) }
        let settled = lines.filter { $0.stored.settled != nil }.map { DisagreementView($0, typed: .none) }
        let model = DisagreementsPage(
            back: Route.surveys.path(run),
            action: Route.settle.path(run),
            quality: "\(quality.keyedTwice) of \(NumberWords.many(quality.keyed, "keyed sheet")) keyed twice; "
                + "\(NumberWords.grouped(quality.disagreements)) of \(NumberWords.many(quality.itemsCompared, "answer")) differed.",
            open: open,
            isAllSettled: open.isEmpty,
            settled: settled,
            hasSettled: !settled.isEmpty
        )
        let first = lines.first { $0.stored.settled == nil }?.stored
        let head = PageHead(
            title: "Disagreements of run \(run)",
            status: errors.isEmpty ? .ok : .unprocessableContent,
            terminal: [TerminalWords.command("surveys disagreements \(run)")]
                + (first.map { line in
                    let sheet = "\(line.reference) \(line.wave.name) \(line.disagreement.item)"
                    return [
                        TerminalWords.command(
                            "surveys settle \(sheet)",
                            ["keep": "first", "reason": "the sheet says so"]
                        )
                    ]
                } ?? []),
            summary: errors.summary(),
            notice: visit.query.has("done") ? "Settled." : nil
        )
        return try await site.page(.disagreements, visit, head, model)
    }
}

/// What two keyings disagree on.
struct DisagreementsPage: Sendable {
    let back: String
    let action: String
    let quality: String
    let open: [DisagreementView]
    let isAllSettled: Bool
    let settled: [DisagreementView]
    let hasSettled: Bool
}

/// One disagreement as a page shows it.
struct DisagreementView: Sendable {
    let key: String
    let name: NameText
    let reference: String
    let wave: String
    let item: String
    let text: String
    let first: String
    let second: String
    let firstBy: String
    let secondBy: String
    let settled: String?
    let isFirst: Bool
    let isSecond: Bool
    let isOther: Bool
    let other: String
    let reason: String

    init(_ line: DisagreementLine, typed: Fields) {
        let stored = line.stored
        key = Self.key(of: line)
        name = NameText(line.name, language: line.language)
        reference = stored.reference
        wave = SurveyWords.short(stored.wave)
        item = stored.disagreement.item
        text = line.guardForm?.story ?? line.item?.text ?? ""
        first = Self.words(stored.disagreement.first, line)
        second = Self.words(stored.disagreement.second, line)
        firstBy = line.firstBy.map { ", \($0)" } ?? ""
        secondBy = line.secondBy
        settled = stored.settled.map { settled in
            "\(line.settledBy ?? settled.by), \(DateWords.stamp(settled.at)): \(settled.reason ?? "no reason on record")"
        }
        let isThis = typed["line"] == key
        isFirst = isThis && typed["keep"] == "first"
        isSecond = isThis && typed["keep"] == "second"
        isOther = isThis && typed["keep"] == "other"
        other = isThis ? typed["other"] : ""
        reason = isThis ? typed["reason"] : ""
    }

    /// What names a disagreement in a form.
    static func key(of line: DisagreementLine) -> String {
        "\(line.stored.booking)-\(line.stored.wave.name)-\(line.stored.disagreement.item)"
    }

    /// An answer in the words of the sheet.
    private static func words(_ value: AnswerValue?, _ line: DisagreementLine) -> String {
        guard let value else { return "blank" }
        if value == AnswerValue() { return "x, cannot say" }
        guard let choice = value.choice, let item = line.item else { return value.text }
        let options: [AnswerOption] =
            switch item.answer {
            case .choice(let options), .several(let options): options
            default: line.guardForm?.options ?? []
            }
        let codes = choice.split(separator: ":").last.map { $0.split(separator: "|").map(String.init) } ?? []
        let labels = codes.map { code in
            options.firstIndex { $0.code == code }.map { "\($0 + 1) \(options[$0].text)" } ?? code
        }
        return labels.joined(separator: "; ")
    }
}
