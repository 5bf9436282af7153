public import Programme

/// Counts of a category that the training cannot touch, checked like those of the outcome.
public struct UnaffectedCounts: Hashable, Sendable {
    /// What is counted.
    public let name: String
    let table: CountTable

    /// Checks counts.
    ///
    /// - Parameters:
    ///   - name: What is counted, for a sentence.
    ///   - counts: Counts by area and month in any order.
    ///   - unallocatedArea: The name under which counts without an area stand.
    /// - Throws: A ``CallsRefusal`` for two counts of an area and month, or one below zero.
    public init(
        name: String,
        counts: [AreaMonthCount],
        unallocatedArea: String? = "unallocated"
    ) throws(CallsRefusal) {
        self.name = name
        table = try CountTable(counts, unallocatedArea: unallocatedArea)
    }
}
