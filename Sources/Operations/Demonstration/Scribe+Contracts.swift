import Material
import Programme
import Records

extension Scribe {
    /// Puts the five programmes and their targets on record.
    mutating func writeContracts() throws {
        let pilot = PilotContract.programme(on: plan.today)
        for programme in [pilot] + PublishedContract.all {
            _ = try plan.office.reference.areas.force(named: programme.force)
            try ledger.upsert(programme)
            try ledger.note(
                "programme:\(programme.code)",
                ["starts": "\(programme.starts)", "ends": "\(programme.ends)"],
                as: .programmeChanged
            )
            tally.programmes += 1
        }
        try write(pilotTargets(of: pilot), of: pilot.code)
        try write(coachingTargets, of: PublishedContract.coaching)
        try write(targets(.referrals, 75, .mediation), of: PublishedContract.mediation)
        try write(targets(.heads, 540, .harmony) + targets(.supported, 100, .harmony), of: PublishedContract.harmony)
        try write(targets(.supported, 80, .hateCrime), of: PublishedContract.hateCrime)
    }

    private mutating func write(_ targets: [Target], of programme: String) throws {
        for target in targets { try ledger.insert(target) }
        try ledger.note("programme:\(programme)", ["targets": "\(targets.count)"], as: .programmeChanged)
        tally.targets += targets.count
    }

    /// Sixteen people an area and quarter, far more than come; one cell was decided anew, and the earlier figure stays.
    private func pilotTargets(of pilot: FundedProgramme) throws -> [Target] {
        let quarters = Self.quarters(from: pilot.starts, to: pilot.ends)
        var targets = quarters.flatMap { quarter in
            PilotArea.all.flatMap { area in
                [(TargetMeasure.attended, 16), (.runs, 2)].map { measure, planned in
                    Target(
                        programme: pilot.code,
                        area: area.code,
                        quarter: quarter,
                        measure: measure,
                        planned: planned,
                        decidedOn: pilot.starts,
                        reason: "contract (made up)"
                    )
                }
            }
        }
        targets.append(
            Target(
                programme: pilot.code,
                area: "west-oxfordshire",
                quarter: Quarter(of: plan.today.adding(days: -120)),
                measure: .attended,
                planned: 8,
                decidedOn: plan.today.adding(days: -135),
                reason: "re-profiled: the only hall with step-free access was closed for repairs until the next quarter"
            )
        )
        return targets
    }

    /// The one volume that is published: 180 referrals in 2018-19. How they were spread over boroughs and quarters is not.
    private var coachingTargets: [Target] {
        let areas = plan.office.reference.areas.areas.filter { $0.force.rawValue == "surrey" }
        return (1...4).compactMap { Quarter(year: 2018, number: $0) }.flatMap { quarter in
            Self.even(45, over: areas.count).enumerated().map { index, planned in
                Target(
                    programme: PublishedContract.coaching,
                    area: areas[index].code.rawValue,
                    quarter: quarter,
                    measure: .referrals,
                    planned: planned,
                    decidedOn: quarter.firstDay,
                    reason: "contract: 180 referrals in 2018-19, spread evenly by the demonstration"
                )
            }
        }
    }

    /// A made-up number a quarter, spread evenly over the areas of each quarter's first day, for the last year of a contract.
    private func targets(_ measure: TargetMeasure, _ aQuarter: Int, _ contract: PublishedContract.Year) -> [Target] {
        guard let programme = contract.programme else { return [] }
        let year = contract.lastYear(on: plan.today)
        return Self.quarters(from: year.first, to: year.last).flatMap { quarter in
            let areas = plan.office.reference.areas.areas.filter {
                $0.force.rawValue == programme.force && $0.validity.contains(quarter.firstDay)
            }
            return Self.even(aQuarter, over: areas.count).enumerated().map { index, planned in
                Target(
                    programme: programme.code,
                    area: areas[index].code.rawValue,
                    quarter: quarter,
                    measure: measure,
                    planned: planned,
                    decidedOn: quarter.firstDay,
                    reason: "made up: no target by area is published"
                )
            }
        }
    }

    /// The quarters that hold a day from `first` to `last`.
    private static func quarters(from first: CalendarDate, to last: CalendarDate) -> [Quarter] {
        var quarters = [Quarter(of: first)]
        while let latest = quarters.last, latest.lastDay < last, quarters.count < 40 {
            quarters.append(Quarter(of: latest.lastDay.adding(days: 1)))
        }
        return quarters
    }

    /// A total in parts that differ by 1 at most.
    private static func even(_ total: Int, over count: Int) -> [Int] {
        (0..<count).map { total * ($0 + 1) / count - total * $0 / count }
    }
}
