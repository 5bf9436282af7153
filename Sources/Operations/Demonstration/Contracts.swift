import Programme

/// The pilot, run again with made-up people: nothing published says when its courses were or what they cost.
enum PilotContract {
    static let code = "defusing-thames-valley"
    /// A day of the pilot of 2013, whose fourteen policing areas the demonstration uses.
    static let areasAsOf = CalendarDate(dayNumber: 15_857)
    static let force = "thames-valley"

    /// The contract relative to a day: from the first of the month fourteen months before to the end of the fourth month after.
    static func programme(on today: CalendarDate) -> FundedProgramme {
        FundedProgramme(
            code: code,
            name: "Defusing skills pilot, Thames Valley (made-up demonstration)",
            commissioner: "Thames Valley Police (made-up demonstration)",
            provider: "Dfuse (made-up demonstration)",
            force: force,
            fundingPerYear: 60_000,
            starts: today.adding(months: -14).monthOfYear.firstDay,
            ends: today.monthOfYear.adding(5).firstDay.adding(days: -1),
            areasAsOf: areasAsOf
        )
    }
}

/// The four contracts of which funding, dates and provider are published; nothing else about them is claimed.
enum PublishedContract {
    static let coaching = "support-coaching-surrey"
    static let harmony = Year.harmony.rawValue
    static let mediation = Year.mediation.rawValue
    static let hateCrime = Year.hateCrime.rawValue

    static let all: [FundedProgramme] = [
        // Annex 1 of the Alliance of Surrey Mediation Services: launched August 2017, figures up to the year 2018-19. No end
        // is published; the last year that is written about stands for it.
        make(
            coaching,
            "Alliance Support Coaching, Surrey",
            "Police and Crime Commissioner for Surrey",
            "The Alliance of Surrey Mediation Services",
            "surrey",
            64_889,
            "2017-08-01",
            "2019-03-31"
        ),
        // Staffordshire Commissioner: from 1 October 2021 for three years, with an opportunity for two more.
        make(
            harmony,
            "Harmony ASB and Mediation Service, Staffordshire",
            "Staffordshire Commissioner",
            "Victim Support",
            "staffordshire",
            200_000,
            "2021-10-01",
            "2024-09-30",
            extensionMonths: 24
        ),
        make(
            hateCrime,
            "Hate Crime Service, Staffordshire",
            "Staffordshire Commissioner",
            "Citizens Advice Staffordshire North & Stoke-on-Trent",
            "staffordshire",
            170_000,
            "2021-10-01",
            "2024-09-30",
            extensionMonths: 24
        ),
        // Police and Crime Commissioner for Thames Valley, July 2024: £60,000 annually, April 2024 to March 2027.
        make(
            mediation,
            "Thames Valley Anti-Social Behaviour Mediation Service",
            "Police and Crime Commissioner for Thames Valley",
            "Alternatives to Conflict",
            "thames-valley",
            60_000,
            "2024-04-01",
            "2027-03-31"
        ),
    ].compactMap(\.self)

    private static func make(
        _ code: String,
        _ name: String,
        _ commissioner: String,
        _ provider: String,
        _ force: String,
        _ funding: Int,
        _ starts: String,
        _ ends: String,
        extensionMonths: Int = 0
    ) -> FundedProgramme? {
        guard let starts = CalendarDate(starts), let ends = CalendarDate(ends) else { return nil }
        return FundedProgramme(
            code: code,
            name: name,
            commissioner: commissioner,
            provider: provider,
            force: force,
            fundingPerYear: funding,
            starts: starts,
            ends: ends,
            extensionMonths: extensionMonths
        )
    }
}

extension PublishedContract {
    /// A contract of which the latest year is shown.
    enum Year: String {
        case harmony = "asb-mediation-staffordshire"
        case mediation = "asb-mediation-thames-valley"
        case hateCrime = "hate-crime-staffordshire"

        var programme: FundedProgramme? { PublishedContract.all.first { $0.code == rawValue } }

        /// The twelve months up to yesterday, or up to the contract's end with its extension when that is earlier.
        func lastYear(on today: CalendarDate) -> (first: CalendarDate, last: CalendarDate) {
            let yesterday = today.adding(days: -1)
            guard let programme else { return (yesterday.adding(months: -12), yesterday) }
            let end = min(
                yesterday,
                programme.ends.adding(days: 1).adding(months: programme.extensionMonths).adding(days: -1)
            )
            let last = end < programme.starts ? yesterday : end
            return (last.adding(days: 1).adding(months: -12), last)
        }
    }
}
