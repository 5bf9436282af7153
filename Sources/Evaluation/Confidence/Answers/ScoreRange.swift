/// The lowest and the highest score that an instrument allows, as `--scale 0...10` says it.
public struct ScoreRange: Hashable, Sendable, CustomStringConvertible {
    /// The lowest score.
    public let lowest: Double
    /// The highest score, above the lowest.
    public let highest: Double

    /// A range, or nil unless both ends are finite and the second is higher.
    public init?(lowest: Double, highest: Double) {
        guard lowest.isFinite, highest.isFinite, lowest < highest else { return nil }
        (self.lowest, self.highest) = (lowest, highest)
    }

    /// Reads `MIN...MAX`, for example `0...10` or `-2...2`; nil for anything else.
    public init?(_ text: some StringProtocol) {
        let parts = String(text).split(separator: "...", omittingEmptySubsequences: false)
        guard parts.count == 2, let lowest = Double(parts[0]), let highest = Double(parts[1]) else { return nil }
        self.init(lowest: lowest, highest: highest)
    }

    /// Whether `score` is one of the range.
    public func contains(_ score: Double) -> Bool { score >= lowest && score <= highest }

    /// The score of an item worded the other way round: 1 becomes 6 on 1 to 6.
    func reversed(_ score: Double) -> Double { lowest + highest - score }

    /// `0 to 10`.
    public var description: String { "\(Self.plain(lowest)) to \(Self.plain(highest))" }

    private static func plain(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
    }
}
