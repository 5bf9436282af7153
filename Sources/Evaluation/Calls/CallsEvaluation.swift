public import Programme

extension CallsFindings {
    /// Compares counts before and after the start of training.
    ///
    /// - Parameters:
    ///   - counts: Counts by area and month in any order; a month without one is a gap, never zero.
    ///   - design: The treated areas, their starts and the method.
    ///   - options: What was counted and how it is judged.
    /// - Throws: A ``CallsRefusal`` for counts that contradict each other, a design that names an area without counts, or a
    ///   method that this version does not compute. Gaps, short series and empty areas are no reason to refuse.
    /// - Complexity: O(counts + areas × months).
    public init(
        evaluating counts: [AreaMonthCount],
        design: CallsDesign,
        options: CallsOptions = CallsOptions()
    ) throws(CallsRefusal) {
        guard design.method == .beforeAfter else { throw .methodNotAvailable(design.method) }
        guard options.relevantFall > 0, options.relevantFall < 1 else {
            throw .outsideRange(
                name: "smallest fall that matters",
                value: options.relevantFall,
                expected: "between 0 and 1"
            )
        }
        let table = try CountTable(counts, unallocatedArea: options.unallocatedArea)
        let comparison = try BeforeAfter(table, design)
        method = design.method
        source = options.source
        perResident = comparison.perResident
        areas = comparison.areas
        pooled = comparison.pooled
        detectableFall = comparison.detectableFall
        windowMonths = comparison.windowMonths
        unallocatedShare = table.unallocatedShare(comparison.monthsUsed)
        let remarks = options.remarks.filter { flag in
            flag.month.map { comparison.monthsUsed.contains($0.index) } ?? true
        }
        quality =
            comparison.quality + (unallocatedShare.map { [QualityFlag(.unallocated, value: $0)] } ?? []) + remarks
        suppressedBelow = options.suppressBelow
        verdict = CallsVerdict(pooled, detectableFall: detectableFall, options)
        statements = []
        if let least = options.suppressBelow { suppress(below: least) }
        statements = CallsStatements(self, options).all
    }

    private mutating func suppress(below least: Int) {
        for position in areas.indices {
            let area = areas[position]
            let counts = [area.before?.count, area.after?.count].compactMap { $0 }
            guard counts.contains(where: { (1..<least).contains($0) }) else { continue }
            areas[position].before?.count = nil
            areas[position].before?.perDay = nil
            areas[position].after?.count = nil
            areas[position].after?.perDay = nil
            (areas[position].change.ratio, areas[position].change.interval, areas[position].change.p) = (nil, nil, nil)
            areas[position].change.poissonInterval = nil
            areas[position].change.why = "suppressed: a count below \(least)"
        }
    }
}
