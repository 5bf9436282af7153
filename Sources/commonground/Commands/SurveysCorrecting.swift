import ArgumentParser
import FoundationEssentials
import Operations
import Programme
import Records

extension SurveysCommand {
    struct Correct: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Correct answers on record; what they were stays in the history, with who, when and why."
        )
        @OptionGroup var options: ChangeOptions
        @OptionGroup var sheet: SheetArguments
        @Option(help: "Why.") var reason: String
        @Option(help: "The day the sheet was really answered.") var answeredOn: CalendarDate?
        @Option(help: "web, paper or telephone.") var mode: AnswerMode?
        @Option(help: "The language of the form, such as en-GB or pl.") var language: String?

        func run() async throws {
            let given = try sheet.given()
            let changes = try await options.run { office, actor in
                try await office.correct(
                    given,
                    wave: sheet.wave,
                    of: try await office.surveyBooking(sheet.booking),
                    facts: SheetCorrection(answeredOn: answeredOn, mode: mode, language: language),
                    reason: reason,
                    by: actor
                )
            }
            try options.output.show(changes.map { ChangeView($0, by: $0.by) }) {
                changes.map {
                    "\(options.prefix)\($0.item): \($0.from?.text ?? "blank") is now \($0.to?.text ?? "blank")"
                }
                .joined(separator: "\n")
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "One sheet with everything that was changed on it.")
        @OptionGroup var options: ReadOptions
        @Argument(help: "The booking's code or number.") var booking: String
        @Argument(help: "The wave: \(Wave.spelling).") var wave: Wave

        func run() async throws {
            let history = try await options.run { office, actor in
                try await office.sheetHistory(of: try await office.surveyBooking(booking), wave: wave, by: actor)
            }
            let changes = history.changes.map { ChangeView($0, by: history.names[$0.by] ?? $0.by) }
            let sheet = history.form.sheet
            let view = SheetView(
                answers: history.form.given,
                answeredOn: sheet?.answeredOn.description,
                mode: sheet?.mode.rawValue,
                language: sheet?.language,
                changes: changes
            )
            try options.output.show(view) {
                guard let sheet else { return "Nothing is on record." }
                var columns = TextColumns("item", "answer")
                for item in history.form.sections.flatMap(\.items) {
                    columns.add(item.code, history.form.given[item.code] ?? "-")
                }
                var log = TextColumns("item", "was", "is", "by", "when", "why")
                for one in changes {
                    log.add(
                        one.item,
                        one.from ?? "-",
                        one.to ?? "-",
                        one.by,
                        one.at,
                        one.reason ?? (one.source == "filled" ? "given again" : "their own change")
                    )
                }
                return
                    "answered \(sheet.answeredOn), \(sheet.mode.rawValue), \(sheet.language ?? "no language noted")\n"
                    + columns.text + (changes.isEmpty ? "" : "\n\n" + log.text)
            }
        }
    }
}

/// One change of an answer as JSON tells it.
struct ChangeView: Encodable {
    let item: String
    let from: String?
    let to: String?
    let source: String
    let by: String
    let at: String
    let reason: String?

    init(_ change: AnswerChange, by name: String) {
        (item, from, to) = (change.item, change.from?.text, change.to?.text)
        (source, by, at, reason) = (change.source.rawValue, name, StoredInstant.text(change.at), change.reason)
    }
}

private struct SheetView: Encodable {
    let answers: [String: String]
    let answeredOn: String?
    let mode: String?
    let language: String?
    let changes: [ChangeView]
}
