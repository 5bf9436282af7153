import ArgumentParser
import FoundationEssentials
import Operations
import Programme
import Records

/// One answer as typed: `A1=7`, `A2=x` for "cannot say", `A3=` for blank.
struct TypedAnswer: ExpressibleByArgument, Sendable {
    let item: String
    let text: String

    init?(argument: String) {
        guard let sign = argument.firstIndex(of: "="), sign != argument.startIndex else { return nil }
        item = String(argument[..<sign])
        let typed = String(argument[argument.index(after: sign)...])
        text = typed == "x" ? Answer.cannotSayText : typed
    }
}

/// Which sheet, and what it says.
struct SheetArguments: ParsableArguments {
    @Argument(help: "The booking's code or number.") var booking: String
    @Argument(help: "The wave: \(Wave.spelling).") var wave: Wave
    @Argument(help: "Answers as ITEM=ANSWER: A1=7, A2=x for cannot say, C1=a:away, F4=left|asked-others.")
    var answers: [TypedAnswer] = []

    /// The answers by item; an item given twice is a slip of the hand.
    func given() throws -> [String: String] {
        try answers.reduce(into: [:]) { given, answer in
            guard given.updateValue(answer.text, forKey: answer.item) == nil else {
                throw ValidationError("\(answer.item) is given twice; give it once.")
            }
        }
    }
}

extension SurveysCommand {
    struct Key: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Key one sheet from paper or the telephone.")
        @OptionGroup var options: ChangeOptions
        @OptionGroup var sheet: SheetArguments
        @Option(help: "The day of the answers; today without it.") var answeredOn: CalendarDate?
        @Option(help: "paper or telephone.") var mode = AnswerMode.paper

        func validate() throws {
            if mode == .web {
                throw ValidationError("--mode is paper or telephone; people answer on the website themselves.")
            }
        }

        func run() async throws {
            let given = try sheet.given()
            let kept = try await options.run { office, actor in
                try await office.key(
                    given,
                    wave: sheet.wave,
                    of: try await office.surveyBooking(sheet.booking),
                    mode: mode,
                    answeredOn: answeredOn,
                    by: actor
                ).given.count
            }
            try options.output.show(["answered": kept]) { "\(options.prefix)\(kept) answers are on record." }
        }
    }

    struct DoubleEntry: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "double-entry",
            abstract: "Key one sheet a second time and see where the keyings differ; what is on record stays."
        )
        @OptionGroup var options: ChangeOptions
        @OptionGroup var sheet: SheetArguments

        func run() async throws {
            let given = try sheet.given()
            let result = try await options.run { office, actor in
                try await office.keyAgain(
                    given,
                    wave: sheet.wave,
                    of: try await office.surveyBooking(sheet.booking),
                    by: actor
                )
            }
            let view = SecondKeyingView(
                compared: result.compared,
                disagreements: result.disagreements.map { DifferenceView($0) }
            )
            try options.output.show(view) {
                guard !result.disagreements.isEmpty else {
                    return "\(options.prefix)\(result.compared) answers compared; both keyings agree."
                }
                var columns = TextColumns("item", "first", "second")
                for one in view.disagreements { columns.add(one.item, one.first ?? "-", one.second ?? "-") }
                return columns.text
                    + "\n\(options.prefix)\(result.disagreements.count) of \(result.compared) differ. Settle each with \"surveys settle\"."
            }
        }
    }

    struct Disagreements: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "What two keyings disagree on, on one run; open ones first."
        )
        @OptionGroup var options: ReadOptions
        @Argument(help: "The run's number.") var run: ID<Run>

        func run() async throws {
            let lines = try await options.run { office, actor in try await office.disagreements(of: run, by: actor) }
            try options.output.show(lines.map { DisagreementView($0) }) {
                guard !lines.isEmpty else { return "No keyings of run \(run) disagree." }
                var columns = TextColumns("code", "wave", "item", "first", "second", "settled")
                for line in lines.map({ DisagreementView($0) }) {
                    columns.add(
                        line.reference,
                        line.wave,
                        line.item,
                        line.first ?? "-",
                        line.second ?? "-",
                        line.settledBy.map { "\($0): \(line.reason ?? "")" } ?? "open"
                    )
                }
                return columns.text
            }
        }
    }

    struct Settle: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Settle what two keyings disagree on.")
        @OptionGroup var options: ChangeOptions
        @Argument(help: "The booking's code or number.") var booking: String
        @Argument(help: "The wave: \(Wave.spelling).") var wave: Wave
        @Argument(help: "The item's code.") var item: String
        @Option(help: "first, second, or another answer (x for cannot say, nothing for blank).") var keep: String
        @Option(help: "Why.") var reason: String

        private var settlement: Settlement {
            switch keep {
            case "first": .first
            case "second": .second
            case "": .other(nil)
            case "x": .other(Answer.cannotSayText)
            default: .other(keep)
            }
        }

        func run() async throws {
            let changes = try await options.run { office, actor in
                try await office.settle(
                    item,
                    wave: wave,
                    of: try await office.surveyBooking(booking),
                    as: settlement,
                    reason: reason,
                    by: actor
                )
            }
            try options.output.show(changes.map { ChangeView($0, by: $0.by) }) {
                let now = changes.first.map { "is now \($0.to?.text ?? "blank")" } ?? "stays as it was"
                return "\(options.prefix)\(item) \(now)."
            }
        }
    }
}

private struct DifferenceView: Encodable {
    let item: String
    let first: String?
    let second: String?

    init(_ difference: KeyingDisagreement) {
        (item, first, second) = (difference.item, difference.first?.text, difference.second?.text)
    }
}

private struct SecondKeyingView: Encodable {
    let compared: Int
    let disagreements: [DifferenceView]
}

private struct DisagreementView: Encodable {
    let reference: String
    let wave: String
    let item: String
    let first: String?
    let second: String?
    let firstBy: String?
    let secondBy: String
    let settledBy: String?
    let reason: String?

    init(_ line: DisagreementLine) {
        reference = line.stored.reference
        wave = line.stored.wave.name
        item = line.stored.disagreement.item
        first = line.stored.disagreement.first?.text
        second = line.stored.disagreement.second?.text
        (firstBy, secondBy, settledBy) = (line.firstBy, line.secondBy, line.settledBy)
        reason = line.stored.settled?.reason
    }
}
