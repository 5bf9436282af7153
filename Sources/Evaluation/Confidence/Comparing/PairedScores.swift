/// The scores of one person in two waves.
public struct PairedScores: Hashable, Sendable {
    /// The score in the first wave.
    public let from: Double
    /// The score in the second wave.
    public let to: Double

    /// A person's two scores.
    public init(from: Double, to: Double) { (self.from, self.to) = (from, to) }
}
