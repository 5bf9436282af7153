import Programme

/// An effect repeated with the counts that belong to no area allocated so that it comes out best and worst.
///
/// Worst: every unallocated count of a month lies in the treated areas that have started by then, and before the start in the
/// comparison areas, where the method has them, or nowhere. Best: before the start in the treated areas, after it in the
/// comparison areas or nowhere. Counts of a force go to areas of that force. Among several areas they are dealt by the
/// areas' own counts in all months, as whole counts with the largest remainders first. The row of a single area takes all of
/// them by itself. No truth outside the two is possible as far as unallocated counts go.
public struct UnallocatedBounds: Hashable, Sendable {
    /// The effect that comes out lowest.
    public internal(set) var best: CallsEstimate
    /// The effect that comes out highest.
    public internal(set) var worst: CallsEstimate
    /// Whether either of the two would give another verdict than the effect itself.
    public internal(set) var changesVerdict: Bool

    init(best: CallsEstimate, worst: CallsEstimate, of real: CallsEstimate) {
        (self.best, self.worst) = (best, worst)
        changesVerdict = [best, worst].contains { $0.isEstimated && $0.direction != real.direction }
    }

    /// The same without numbers, from which with a known total of such counts an area's own could be worked out.
    func hidden(below least: Int) -> UnallocatedBounds {
        var hidden = self
        (hidden.best, hidden.worst) = (
            CallsEstimate(why: "suppressed: a count below \(least)"),
            CallsEstimate(why: "suppressed: a count below \(least)")
        )
        return hidden
    }
}

extension UnallocatedBounds {
    var json: JSONValue {
        ["best": best.json, "worst": worst.json, "changes_verdict": .bool(changesVerdict)]
    }
}
