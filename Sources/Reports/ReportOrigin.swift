/// Where a report's numbers come from: enough to make it again, digit for digit.
///
/// There is no moment of making in it: the only days are those of the data.
public struct ReportOrigin: Hashable, Sendable {
    /// What was read, in words: `the file responses.csv`, `the office's database`.
    public var source: String
    /// The fingerprint of the data, in hexadecimal digits.
    public var fingerprint: String
    /// What the fingerprint was taken of and how: `SHA-256 of the file`.
    public var fingerprintOf: String
    /// The version of the program.
    public var version: String
    /// The seed of everything random.
    public var seed: UInt64
    /// The first and the last day or month of the data, in words; nil when nothing is dated.
    public var days: String?

    /// An origin.
    ///
    /// - Parameters:
    ///   - source: What was read, in words.
    ///   - fingerprint: The digits of the fingerprint.
    ///   - fingerprintOf: What it was taken of.
    ///   - version: The version of the program.
    ///   - seed: The seed of everything random.
    ///   - days: The first and last day or month of the data, in words.
    public init(
        source: String,
        fingerprint: String,
        fingerprintOf: String,
        version: String,
        seed: UInt64,
        days: String?
    ) {
        self.source = source
        self.fingerprint = fingerprint
        self.fingerprintOf = fingerprintOf
        self.version = version
        self.seed = seed
        self.days = days
    }
}
