public import Programme

/// What stands out in the months that forces published. Everything is listed for a human to judge; nothing is dropped.
public struct CountQuality: Hashable, Sendable {
    /// Something that stands out.
    public struct Finding: Hashable, Sendable {
        /// What kind of thing.
        public enum Kind: String, Hashable, Sendable, CaseIterable {
            /// No file between months that have one, or since the last; never zero.
            case gap
            /// A file with few rows for its force.
            case partial
            /// Anti-social behaviour is an unusual share of the force's rows.
            case share = "asb_share"
            /// Anti-social behaviour changed unlike that of the other forces.
            case change = "asb_change"
            /// Many rows without an LSOA.
            case unallocated
            /// The British Transport Police, whose rows lie over those of other forces.
            case transportPolice = "transport_police"
        }

        /// What kind of thing.
        public let kind: Kind
        /// The force.
        public let force: String
        /// The month.
        public let month: Month
        /// The number behind it: a robust z score, a share, or the rows as a share of the usual; nil for a gap.
        public let value: Double?
        /// The sentence.
        public let text: String

        /// The same finding in other words.
        public func saying(_ text: String) -> Finding {
            Finding(kind: kind, force: force, month: month, value: value, text: text)
        }
    }

    /// What stands out, by force and month.
    public private(set) var findings: [Finding] = []

    /// Months of a force that its own share of anti-social behaviour is judged by, at least.
    static let leastMonths = 5
    /// Forces that a change is judged against, the force itself among them, at least.
    static let leastForces = 3
    /// A file with fewer rows than this share of the median of the twelve months before is called partial.
    static let partialShare = 0.6
    /// More rows without an LSOA than this share are named.
    static let unallocatedShare = 0.05

    /// Looks through months; of one force each month stands there once.
    public init(_ months: [PublishedMonth]) {
        let transportPolice = months.filter { $0.force == "btp" }
        let territorial = Dictionary(grouping: months.filter { $0.force != "btp" }, by: \.force)
        let last = months.map(\.month).max()
        for (force, months) in territorial {
            let sorted = months.sorted { $0.month < $1.month }
            addGaps(force, sorted, until: last)
            addPartial(sorted)
            addShares(sorted)
            addUnallocated(sorted)
        }
        addChanges(territorial.mapValues { $0.sorted { $0.month < $1.month } })
        for month in transportPolice {
            let text =
                "British Transport Police: \(Self.rows(month.rows)) that lie over those of other forces; "
                + "left out of every area's counts."
            add(.transportPolice, month, Double(month.rows), text)
        }
        findings.sort { ($0.force, $0.month, $0.kind.rawValue) < ($1.force, $1.month, $1.kind.rawValue) }
    }

    private mutating func addGaps(_ force: String, _ months: [PublishedMonth], until last: Month?) {
        guard let first = months.first?.month, let last else { return }
        let there = Set(months.map(\.month))
        for step in 0...max(0, last.index - first.index) where !there.contains(first.adding(step)) {
            let month = first.adding(step)
            let text = "No street file for \(month): a gap, never zero; it is left out of every series."
            findings.append(Finding(kind: .gap, force: force, month: month, value: nil, text: text))
        }
    }

    private mutating func addPartial(_ months: [PublishedMonth]) {
        for (index, month) in months.enumerated() {
            let before = months[..<index].filter { month.month.index - $0.month.index <= 12 }.map { Double($0.rows) }
            guard before.count >= 3, let usual = RobustScores.median(before), usual > 0 else { continue }
            let share = Double(month.rows) / usual
            guard share < Self.partialShare else { continue }
            let text =
                "\(Self.rows(month.rows)), \(Self.percent(share)) of the median of the twelve months before: "
                + "probably a part of the month only."
            add(.partial, month, share, text)
        }
    }

    private mutating func addShares(_ months: [PublishedMonth]) {
        let judged = months.filter { $0.incidentShare != nil }
        guard judged.count >= Self.leastMonths else { return }
        let shares = judged.compactMap(\.incidentShare)
        let usual = RobustScores.median(shares) ?? 0
        for (month, score) in zip(judged, RobustScores.of(shares)) where abs(score) > RobustScores.limit {
            let text =
                "Anti-social behaviour is \(Self.percent(month.incidentShare ?? 0)) of the force's rows, "
                + "\(Self.percent(usual)) in its middle month (robust z \(Self.score(score))). Look for a change of recording."
            add(.share, month, score, text)
        }
    }

    private mutating func addChanges(_ forces: [String: [PublishedMonth]]) {
        var changes: [(month: PublishedMonth, before: PublishedMonth, log: Double)] = []
        for months in forces.values {
            for (before, month) in zip(months, months.dropFirst())
            where month.month.index == before.month.index + 1 && month.incidents > 0 && before.incidents > 0 {
                changes.append((month, before, Logarithm.of(Double(month.incidents) / Double(before.incidents))))
            }
        }
        var middles: [Month: Double] = [:]
        for (month, group) in Dictionary(grouping: changes, by: \.month.month) where group.count >= Self.leastForces {
            middles[month] = RobustScores.median(group.map(\.log))
        }
        let judged = changes.filter { middles[$0.month.month] != nil }
        let unlike = judged.map { $0.log - (middles[$0.month.month] ?? 0) }
        for (change, score) in zip(judged, RobustScores.of(unlike)) where abs(score) > RobustScores.limit {
            let month = change.month
            let own = Double(month.incidents) / Double(change.before.incidents) - 1
            let others = Logarithm.inverse(middles[month.month] ?? 0) - 1
            let text =
                "Anti-social behaviour \(Self.changed(own)) on the month before "
                + "(\(change.before.incidents) to \(month.incidents) rows), while the middle force \(Self.changed(others)) "
                + "(robust z \(Self.score(score))). Look for a change of recording."
            add(.change, month, score, text)
        }
    }

    private mutating func addUnallocated(_ months: [PublishedMonth]) {
        for month in months {
            guard let share = month.unallocatedShare, share > Self.unallocatedShare else { continue }
            let text =
                "\(month.unallocated) of \(month.incidents) rows of anti-social behaviour "
                + "(\(Self.percent(share))) have no LSOA and belong to no area; they are kept as unallocated."
            add(.unallocated, month, share, text)
        }
    }

    private mutating func add(_ kind: Finding.Kind, _ month: PublishedMonth, _ value: Double, _ text: String) {
        findings.append(Finding(kind: kind, force: month.force, month: month.month, value: value, text: text))
    }
}
