import ArgumentParser
import Reports

/// Where the report of an evaluation goes.
struct ReportOptions: ParsableArguments {
    @Option(help: "Also write a report to print and keep, as one HTML file.", completion: .file()) var report: String?

    /// Refuses a suppression that a report may not have.
    func validate(suppress: Int?) throws {
        guard report != nil, let suppress, suppress < ReportSuppression.least else { return }
        throw ValidationError(
            "--suppress \(suppress) is too small for a report, which others read; give \(ReportSuppression.least) or more, or "
                + "leave it out for \(ReportSuppression.usual)."
        )
    }

    /// Below how many people or counts the report tells nothing.
    func suppression(_ asked: Int?) -> Int { asked ?? ReportSuppression.usual }

    /// Tries whether the report can be written, before anything is computed.
    func check() throws { if let report { try OutputFile.check(report) } }

    /// Writes the report under a temporary name and renames it; does nothing when none was asked for.
    func write(_ html: () async throws -> String) async throws {
        guard let report else { return }
        LeftOver.remove(beside: report)
        try OutputFile.write(Array(try await html().utf8), to: report)
    }
}
