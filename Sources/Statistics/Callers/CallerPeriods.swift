/// One caller's calls before and after, with what each period is counted over.
public struct CallerPeriods: Hashable, Sendable {
    /// Calls before.
    public var before: Int
    /// What the period before is counted over, such as days or months, above 0.
    public var exposureBefore: Double
    /// Calls after.
    public var after: Int
    /// What the period after is counted over, in the same unit, above 0; not looked at where only the law of rates is asked for.
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

    /// Refuses negative counts and periods without exposure, before and after.
    static func check(_ callers: [CallerPeriods]) throws(StatisticsError) {
        try checkBefore(callers)
        for caller in callers {
            try check(caller.after)
            _ = try positive(caller.exposureAfter, "the exposure after")
        }
    }

    /// Refuses negative counts and no exposure before; what comes after is not looked at.
    static func checkBefore(_ callers: [CallerPeriods]) throws(StatisticsError) {
        for caller in callers {
            try check(caller.before)
            _ = try positive(caller.exposureBefore, "the exposure before")
        }
    }

    private static func check(_ count: Int) throws(StatisticsError) {
        guard count >= 0 else {
            throw .outsideDomain(quantity: "a count", value: Double(count), expected: "0 or more")
        }
    }
}
