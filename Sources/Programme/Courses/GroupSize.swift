/// How many people learn together, and how many trainers they need.
public struct GroupSize: Hashable, Sendable, Codable {
    /// Below this a run is better put off; at least 1.
    public var smallest: Int
    /// No run may offer more places.
    public var largest: Int
    /// Above so many people a second trainer is needed; nil when one is always enough.
    public var secondTrainerAbove: Int?

    /// A group's size.
    public init(smallest: Int, largest: Int, secondTrainerAbove: Int?) {
        (self.smallest, self.largest, self.secondTrainerAbove) = (smallest, largest, secondTrainerAbove)
    }

    /// How many trainers so many people need, 1 or 2.
    public func trainersNeeded(for people: Int) -> Int {
        guard let limit = secondTrainerAbove, people > limit else { return 1 }
        return 2
    }
}
