public import Programme

extension CallsFindings {
    /// Compares counts before and after the start of training by the method of the design.
    ///
    /// - Parameters:
    ///   - counts: Counts by area and month in any order; a month without one is a gap, never zero.
    ///   - design: The treated areas, their starts and the method.
    ///   - options: What was counted and how it is judged.
    /// - Throws: A ``CallsRefusal`` for counts that contradict each other or a design that names an area without counts. Gaps,
    ///   short series and empty areas are no reason to refuse.
    /// - Complexity: O(counts + areas × months); for a model what its estimator says.
    public init(
        evaluating counts: [AreaMonthCount],
        design: CallsDesign,
        options: CallsOptions = CallsOptions()
    ) throws(CallsRefusal) {
        guard options.relevantFall > 0, options.relevantFall < 1 else {
            throw .outsideRange(
                name: "smallest fall that matters",
                value: options.relevantFall,
                expected: "between 0 and 1"
            )
        }
        let table = try CountTable(counts, unallocatedArea: options.unallocatedArea)
        guard design.method == .beforeAfter else {
            let modelled = try ModelledCalls(table, design, options)
            self.init(modelled, table, design, options)
            addBeside(try CallsRefit(table, design, options), hides: modelled.disclosure.hidesMonths)
            sensitivity = modelled.sensitivity
            statements = ModelStatements(self, modelled, options).all
            return
        }
        let cells = try CallsCells(table, design, comparison: false)
        let windows = try BeforeAfter(table, design)
        self.init(windows, cells, table, design, options)
        let hides = options.suppressBelow.map { windows.hasSmallSide(below: $0) } ?? false
        addBeside(
            try CallsRefit(table, design, options),
            hides: hides || SeriesDisclosure(cells, least: options.suppressBelow).hidesMonths
        )
        statements = CallsStatements(self, options).all
    }

    /// The findings of windows before and after.
    private init(
        _ comparison: BeforeAfter,
        _ cells: CallsCells,
        _ table: CountTable,
        _ design: CallsDesign,
        _ options: CallsOptions
    ) {
        self.design = design
        source = options.source
        model = nil
        perResident = comparison.perResident
        areas = comparison.areas
        pooled = comparison.pooled
        detectableFall = comparison.detectableFall
        windowMonths = comparison.windowMonths
        unallocatedShare = table.unallocatedShare(comparison.monthsUsed)
        quality =
            comparison.quality + (unallocatedShare.map { [QualityFlag(.unallocated, value: $0)] } ?? [])
            + options.remarks(in: comparison.monthsUsed)
        suppressedBelow = options.suppressBelow
        events = options.events(of: design, in: comparison.monthsUsed, areas: cells.areas).map { event in
            var event = event
            if event.adjusts { event.treatment = .dropped("a comparison of windows gives events no level") }
            return event
        }
        series =
            SeriesGathering(
                cells,
                design,
                source: options.source,
                events: events,
                fitted: FittedSeries(),
                disclosure: SeriesDisclosure(cells, least: options.suppressBelow)
            ).all
        verdict = CallsVerdict(
            ratioWithin: pooled.cautiousInterval,
            why: pooled.why,
            detectableFall: detectableFall,
            relevantFall: options.relevantFall
        )
        statements = []
        evidence = EvidenceLevel(design, treated: cells.treated.count, comparison: 0)
        if let least = options.suppressBelow { suppress(below: least) }
    }

    /// The findings of a model.
    private init(_ modelled: ModelledCalls, _ table: CountTable, _ design: CallsDesign, _ options: CallsOptions) {
        (self.design, source) = (design, options.source)
        perResident = CallsExposure(table, design).perResident
        (areas, pooled) = ([], RateChange(modelled.model))
        model = modelled.model
        detectableFall = modelled.model.detectableRatio.map { 1 - $0 }
        windowMonths = modelled.model.monthsAfter
        unallocatedShare = table.unallocatedShare(modelled.months)
        quality =
            modelled.quality + (unallocatedShare.map { [QualityFlag(.unallocated, value: $0)] } ?? [])
            + options.remarks(in: modelled.months)
        suppressedBelow = options.suppressBelow
        events = modelled.events
        series =
            SeriesGathering(
                modelled.cells,
                design,
                source: options.source,
                events: events,
                fitted: modelled.fitted,
                disclosure: modelled.disclosure
            ).all
        verdict = CallsVerdict(modelled.model, options)
        statements = []
        evidence = modelled.evidence
    }

    /// Adds what stands beside the effect; `hides` when effects of single months or areas would give small counts away.
    private mutating func addBeside(_ refit: CallsRefit, hides: Bool) {
        let real = model.map { CallsEstimate($0.effect) } ?? CallsEstimate(pooled)
        companions = refit.design.companions + refit.options.companions
        secondaryOutcomes = SecondaryOutcome.all(refit.options.secondary, refit)
        guard real.isEstimated else { return }
        falsification = Falsifying(refit, real: real, hides: hides).all
        guard let unallocated = UnallocatedCounts(refit) else { return }
        guard !hides else {
            unallocatedBounds = unallocated.bounds(of: real).hidden(below: refit.options.suppressBelow ?? 0)
            return
        }
        unallocatedBounds = unallocated.bounds(of: real)
        for place in areas.indices where areas[place].change.ratio != nil {
            let row = areas[place]
            areas[place].unallocatedBounds =
                unallocated.bounds(ofRow: row.area, real: CallsEstimate(row.change))
        }
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
            areas[position].change.dispersion = nil
            areas[position].change.why = "suppressed: a count below \(least)"
        }
    }
}
