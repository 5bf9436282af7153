import FoundationEssentials
import Material
import Programme

/// What a demonstration is made from: a seed, a day, and the office's material. Two of them that are equal in this make
/// databases that are equal in every row.
///
/// Everybody in it is made up. Addresses end in domains reserved for examples (RFC 2606), telephone numbers are of the
/// range that Ofcom keeps for drama (07700 900000 to 900999). No letter is queued, so that nobody is written to.
struct Demonstration: Sendable {
    let seed: UInt64
    let today: CalendarDate
    /// When the run of today begins.
    let begins: WallTime
    let office: Office
    let zone: TimeZone
    /// The courses of the pilot.
    let oneDay: Course
    let twoEvenings: Course
    let instrument: Instrument?

    /// The code of the course most runs teach.
    static let course = "defusing-one-day"

    init(seed: UInt64, today: CalendarDate, begins: WallTime, office: Office) throws {
        (self.seed, self.today, self.begins, self.office) = (seed, today, begins, office)
        zone = try office.timeZone(Surroundings.homeZone)
        oneDay = try office.library.course(Self.course).course
        twoEvenings = try office.library.course("defusing-two-evenings").course
        instrument = try oneDay.instrument.map { try office.library.instrument($0) }
    }

    /// The instant every audit row of the demonstration carries: the first of its day, so that what is done next is later.
    var madeAt: Date { instant(today, minutes: 0) }

    /// The sequence of chance of one topic.
    func chance(_ topic: String) -> Chance { Chance(seed: seed, topic: topic) }

    /// The instant at which the clock shows so many minutes after midnight of a day.
    func instant(_ date: CalendarDate, minutes: Int) -> Date {
        LocalDateTime(date: date, minutes: minutes).instant(in: zone)
    }

    func course(_ code: String) -> Course { code == oneDay.code ? oneDay : twoEvenings }

    /// The area of a code on the day whose areas the pilot uses.
    func area(_ code: String) throws -> PolicingArea {
        try office.reference.areas.area(named: code, on: PilotContract.areasAsOf)
    }
}

extension LocalDateTime {
    /// So many minutes after the midnight a day begins with, on a clock that nobody changes; beyond 1439 on the days after.
    init(date: CalendarDate, minutes: Int) {
        let seconds = date.dayNumber * 86_400 + minutes * 60
        self.init(Date(timeIntervalSince1970: Double(seconds)), in: .gmt)
    }
}
