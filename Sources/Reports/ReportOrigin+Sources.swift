import Evaluation
public import Programme

extension ReportOrigin {
    /// Answers of a file.
    ///
    /// - Parameters:
    ///   - answers: The answers.
    ///   - file: The file's path, of which the last part is told.
    ///   - fingerprint: The SHA-256 of the file in hexadecimal digits.
    ///   - version: The version of the program.
    ///   - seed: The seed of everything random.
    public init(
        answers: [ResponseRecord],
        file: String,
        fingerprint: String,
        version: String,
        seed: UInt64
    ) {
        self.init(
            source: Self.source(file),
            fingerprint: fingerprint,
            fingerprintOf: Self.wholeFile,
            version: version,
            seed: seed,
            days: Self.days(answers)
        )
    }

    /// Answers on record.
    ///
    /// - Parameters:
    ///   - answers: The answers.
    ///   - fingerprint: The SHA-256 of their rows in hexadecimal digits.
    ///   - version: The version of the program.
    ///   - seed: The seed of everything random.
    public init(answersOnRecord answers: [ResponseRecord], fingerprint: String, version: String, seed: UInt64) {
        self.init(
            source: Self.record,
            fingerprint: fingerprint,
            fingerprintOf:
                "SHA-256 of the answers on record, a sorted line each of person, wave, item, score, course and day",
            version: version,
            seed: seed,
            days: Self.days(answers)
        )
    }

    /// Counts of a file.
    ///
    /// - Parameters:
    ///   - counts: The counts.
    ///   - file: The file's path, of which the last part is told.
    ///   - fingerprint: The SHA-256 of the file in hexadecimal digits.
    ///   - version: The version of the program.
    public init(counts: [AreaMonthCount], file: String, fingerprint: String, version: String) {
        self.init(
            source: Self.source(file),
            fingerprint: fingerprint,
            fingerprintOf: Self.wholeFile,
            version: version,
            seed: 1,
            days: Self.months(counts)
        )
    }

    /// Counts on record.
    ///
    /// - Parameters:
    ///   - counts: The counts.
    ///   - fingerprint: The SHA-256 of their rows in hexadecimal digits.
    ///   - version: The version of the program.
    public init(countsOnRecord counts: [AreaMonthCount], fingerprint: String, version: String) {
        self.init(
            source: Self.record,
            fingerprint: fingerprint,
            fingerprintOf: "SHA-256 of the counts on record, a sorted line each of area, month, count and residents",
            version: version,
            seed: 1,
            days: Self.months(counts)
        )
    }

    private static let record = "the office's database"
    private static let wholeFile = "SHA-256 of the file"

    private static func source(_ file: String) -> String {
        "the file \(file.split(separator: "/").last.map(String.init) ?? file)"
    }

    private static func days(_ answers: [ResponseRecord]) -> String? {
        let days = answers.compactMap(\.answeredOn)
        guard let first = days.min(), let last = days.max() else { return nil }
        return first == last ? "given on \(first)" : "given from \(first) to \(last)"
    }

    private static func months(_ counts: [AreaMonthCount]) -> String? {
        let months = counts.map(\.month)
        guard let first = months.min(), let last = months.max() else { return nil }
        return first == last ? "of \(first)" : "from \(first) to \(last)"
    }
}
