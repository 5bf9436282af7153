import ArgumentParser
import Evaluation
import Figures
import FoundationEssentials
import Operations
import Programme
import Reports

/// Where the report of an evaluation goes.
struct ReportOptions: ParsableArguments {
    @Option(help: "Also write a report to print and keep, as one HTML file.", completion: .file()) var report: String?

    /// Below how many people a report tells nothing, unless told otherwise.
    static let usual = 10
    /// No report may tell about fewer.
    static let least = 5

    /// Refuses a suppression that a report may not have.
    func validate(suppress: Int?) throws {
        guard report != nil, let suppress, suppress < Self.least else { return }
        throw ValidationError(
            "--suppress \(suppress) is too small for a report, which others read; give \(Self.least) or more, or leave it out "
                + "for \(Self.usual)."
        )
    }

    /// Below how many people the report tells nothing.
    func suppression(_ asked: Int?) -> Int { asked ?? Self.usual }

    /// Tries whether the report can be written, before anything is computed.
    func check() throws { if let report { try OutputFile.check(report) } }

    /// Writes the report under a temporary name and renames it; does nothing when none was asked for.
    func write(_ make: () async throws -> ConfidenceReport) async throws {
        guard let report else { return }
        LeftOver.remove(beside: report)
        try OutputFile.write(Array(try await make().html.utf8), to: report)
    }
}

extension ReportOrigin {
    /// Answers of a file: its own SHA-256, as `sha256sum` prints it.
    init(file: String, bytes: [UInt8], answers: [ResponseRecord], seed: UInt64) {
        self.init(
            source: "the file \(file.split(separator: "/").last.map(String.init) ?? file)",
            fingerprint: Self.hexadecimal(Fingerprints.sha256(bytes)),
            fingerprintOf: "SHA-256 of the file",
            version: CommonGround.configuration.version,
            seed: seed,
            days: Self.days(answers)
        )
    }

    /// Answers on record: the SHA-256 of their rows in order of text, so that it does not depend on the database file.
    init(onRecord answers: [ResponseRecord], seed: UInt64) {
        let rows = answers.map { answer in
            [
                answer.attendee, answer.wave.name, answer.item, answer.score.map { "\($0)" } ?? "", answer.course ?? "",
                answer.answeredOn?.description ?? "",
            ]
            .joined(separator: "\t") + "\n"
        }
        self.init(
            source: "the office's database",
            fingerprint: Self.hexadecimal(Fingerprints.sha256(Array(rows.sorted().joined().utf8))),
            fingerprintOf:
                "SHA-256 of the answers on record, a sorted line each of person, wave, item, score, course and day",
            version: CommonGround.configuration.version,
            seed: seed,
            days: Self.days(answers)
        )
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }

    private static func days(_ answers: [ResponseRecord]) -> String? {
        let days = answers.compactMap(\.answeredOn)
        guard let first = days.min(), let last = days.max() else { return nil }
        return first == last ? "given on \(first)" : "given from \(first) to \(last)"
    }
}
