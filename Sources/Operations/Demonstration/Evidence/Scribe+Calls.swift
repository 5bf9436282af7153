import Programme
import Records

extension Scribe {
    /// Takes the made-up calls in as a counts file of the fourteen areas, as "calls import" would.
    mutating func writeCalls() throws {
        var chance = plan.chance("calls")
        for month in CallSeries.made(before: plan.today, &chance) {
            let rows = try month.counts.map { area, count in
                AreaMonthCount(area: try plan.area(area).name, month: month.month, count: count)
            }.sorted { $0.area < $1.area }
            let text = rows.map { "\($0.area)\t\($0.count)\n" }.joined()
            let fingerprint = PrivateToken.hash(of: text).prefix(16).map { String($0, radix: 16) }.joined(
                separator: "."
            )
            let file = CountFile(
                kind: "counts",
                force: PilotContract.force,
                month: month.month,
                name: "made-up-calls.csv",
                fingerprint: fingerprint,
                rows: rows.count
            )
            let id = try ledger.insert(file, replacing: nil, at: plan.madeAt)
            for row in rows { try ledger.insertAreaCount(row, file: id) }
            try ledger.note(
                "counts:\(file.force):\(file.month)",
                ["rows": "\(file.rows)", "fingerprint": fingerprint],
                as: .countsImported
            )
            tally.months += 1
            tally.calls += rows.reduce(0) { $0 + $1.count }
        }
    }
}
