import ArgumentParser
import Operations
import Programme

extension SurveysCommand {
    struct Note: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Note that somebody was reached, said no, could not be reached or withdrew."
        )
        @OptionGroup var options: ChangeOptions
        @Argument(help: "The booking's code or number.") var booking: String
        @Argument(help: "The wave: \(Wave.spelling).") var wave: Wave
        @Argument(help: "reached, refused, unreachable, withdrawn (from this wave on) or taken-back.") var kind:
            WaveEvent.Kind
        @Option(name: .customLong("on"), help: "The day it happened; today without it.") var day: CalendarDate?
        @Option(help: "Words for the file.") var reason: String?

        func run() async throws {
            try await options.run { office, actor in
                try await office.note(
                    kind,
                    wave: wave,
                    of: try await office.surveyBooking(booking),
                    on: day,
                    reason: reason,
                    by: actor
                )
            }
            try options.output.show(["booking": booking, "wave": wave.name, "kind": kind.rawValue]) {
                "\(options.prefix)\(booking), \(wave.name): \(kind.rawValue)."
            }
        }
    }

    struct Flow: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "What became of every wave, as counts: not yet due, due, reached, refused … answered."
        )
        @OptionGroup var options: ReadOptions
        @Argument(help: "The run's number; all runs without it.") var run: ID<Run>?

        func run() async throws {
            let flows = try await options.run { office, actor in try await office.waveFlows(of: run, by: actor) }
            let waves = Dictionary(grouping: flows, by: \.wave).sorted { $0.key < $1.key }
            let views = waves.map { wave, flows in FlowView(wave, flows) }
            try options.output.show(views) {
                var columns = TextColumns(
                    "wave",
                    "people",
                    "not yet due",
                    "due",
                    "reached",
                    "refused",
                    "unreachable",
                    "withdrawn",
                    "late",
                    "answered",
                    "not agreed",
                    "skipped"
                )
                for view in views {
                    func count(_ status: WaveFlowStatus) -> String { "\(view.counts[status.rawValue] ?? 0)" }
                    columns.add(
                        view.wave,
                        "\(view.people)",
                        count(.notYetDue),
                        count(.due),
                        count(.reached),
                        count(.refused),
                        count(.unreachable),
                        count(.withdrawn),
                        count(.late),
                        count(.answered),
                        count(.notAgreed),
                        count(.skipped)
                    )
                }
                return columns.text
            }
        }
    }

    struct EraseWords: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Erase the words people wrote themselves when their \(OwnWords.monthsKept) months are over."
        )
        @OptionGroup var options: ChangeOptions

        func run() async throws {
            let erased = try await options.run { office, actor in try await office.eraseWords(by: actor) }
            try options.output.show(["erased": erased]) { "\(options.prefix)\(erased) answers in words erased." }
        }
    }
}

private struct FlowView: Encodable {
    let wave: String
    let people: Int
    let counts: [String: Int]

    init(_ wave: Wave, _ flows: [WaveFlow]) {
        self.wave = wave.name
        people = flows.count
        let found = Dictionary(grouping: flows, by: \.status.rawValue).mapValues(\.count)
        counts = WaveFlowStatus.allCases.reduce(into: [:]) { $0[$1.rawValue] = found[$1.rawValue] ?? 0 }
    }
}
