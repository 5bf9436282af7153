import ArgumentParser
import Evaluation
import Programme

/// What changed.
struct EvaluateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "What changed, from the database or from files, with n of N and what the design cannot show.",
        subcommands: [Confidence.self, Calls.self, Callers.self, Cost.self, Plan.self]
    )
}

extension FormatOptions {
    /// Prints findings that bring their own text and JSON.
    func show(text: String, json: JSONValue) {
        switch format {
        case .text: print(text)
        case .json: print(json.indented)
        }
    }
}
