/// One caller's calls before and after, with what each period is counted over.
public struct CallerPeriods: Hashable, Sendable {
    /// Calls before.
    public var before: Int
    /// What the period before is counted over, such as days or months, above 0.
    public var exposureBefore: Double
    /// Calls after.
    public var after: Int
    /// What the period after is counted over, in the same unit, above 0.
    public var exposureAfter: Double
    /// Whether the caller belongs to the group whose change is asked for.
    public var isTrained: Bool

    /// A caller.
    public init(
        before: Int,
        exposureBefore: Double = 1,
        after: Int,
        exposureAfter: Double = 1,
        isTrained: Bool
    ) {
        (self.before, self.exposureBefore) = (before, exposureBefore)
        (self.after, self.exposureAfter) = (after, exposureAfter)
        self.isTrained = isTrained
    }

    /// Refuses negative counts and periods without exposure.
    static func check(_ callers: [CallerPeriods]) throws(StatisticsError) {
        for caller in callers {
            guard caller.before >= 0, caller.after >= 0 else {
                throw .outsideDomain(
                    quantity: "a count",
                    value: Double(min(caller.before, caller.after)),
                    expected: "0 or more"
                )
            }
            _ = try positive(caller.exposureBefore, "the exposure before")
            _ = try positive(caller.exposureAfter, "the exposure after")
        }
    }
}
