import Operations
import Programme
import Records

/// A run in a list for staff.
struct StaffRunCard: Sendable {
    let id: String
    let title: String
    let when: String
    let area: String
    let venue: String
    let state: String
    let taken: String
    let waiting: String?
    let address: String
    let register: String?
    let surveys: String?

    init(_ summary: RunSummary, site: Site, visit: Visit) {
        let run = summary.run
        id = run.id.description
        title = run.title
        when = run.sittings.map(DateWords.full).joined(separator: " · ")
        area = site.office.areaName(run.area)
        venue = run.venue.name
        state = run.state.rawValue
        taken = "\(summary.confirmed) of \(run.capacity) places taken"
        waiting = summary.waiting > 0 ? "\(summary.waiting) waiting" : nil
        address = Route.run.path(run.id)
        let hasRegister = run.state != .draft && run.state != .cancelled
        register = hasRegister && visit.may(.register, on: run) ? Route.register.path(run.id) : nil
        surveys = hasRegister && visit.may(.surveys, on: run) ? Route.surveys.path(run.id) : nil
    }
}

/// The places of a run as an equation that adds up.
struct PlaceEquation: Sendable {
    let capacity: String
    let confirmed: String
    let free: String
    let waiting: String
    let beyond: String?

    init(_ summary: RunSummary) {
        capacity = String(summary.run.capacity)
        confirmed = String(summary.confirmed)
        free = String(summary.free)
        waiting = String(summary.waiting)
        let extra = summary.confirmed - summary.run.capacity
        beyond =
            extra > 0 ? "\(NumberWords.many(extra, "person", "people")) beyond the capacity, added at the door" : nil
    }
}

/// Today.
struct TodayPage: Sendable {
    let date: String
    let name: String
    let isOwn: Bool
    let today: [StaffRunCard]
    let next: [StaffRunCard]
    let last: [StaffRunCard]
}

/// All runs.
struct RunListPage: Sendable {
    let areas: [AreaGroup]
    let from: TextField
    let states: ChoiceField
    let count: String
    let isEmpty: Bool
    let runs: [StaffRunCard]
}

/// One run.
struct RunPage: Sendable {
    struct Step: Sendable {
        let label: String
        let action: String
    }
    struct Row: Sendable {
        let id: String
        let name: NameText
        let reference: String
        let position: String?
        let contact: String
        let needs: String?
        let source: String
        let bookedBy: String?
        let promote: String?
        let needsReason: Bool
        let end: String?
        let move: String?
    }
    let card: StaffRunCard
    let equation: PlaceEquation
    let sittings: [String]
    let address: String?
    let access: String?
    let trainers: String
    let closes: String
    let publicPage: String?
    let steps: [Step]
    let cancelAction: String?
    let reason: TextField
    let newBooking: String?
    let seesBookings: Bool
    let confirmed: [Row]
    let confirmedCount: String
    let waiting: [Row]
    let cancelled: [Row]
    let moveTargets: [Choice]
}

/// What has just been done to a run, as a sentence; the address carries only a word.
enum RunNotice {
    static func sentence(_ query: Fields) -> String? {
        switch query["done"] {
        case "opened": "The run is open for bookings."
        case "closed": "The run takes no more bookings."
        case "held": "The run is recorded as held."
        case "cancelled": "The run is cancelled and every booking on it has ended."
        case "promoted": "The person has a place now."
        case "moved": "The booking is moved."
        case "ended": "The booking is cancelled; a freed place passes to whoever has waited longest."
        case "marked": "The register is saved."
        case "walk-in": "Added at the door and marked present."
        case "name": "The name is saved. Certificates that bear it are issued again with it."
        case "reissued": "The certificate is issued again; the version before no longer holds."
        case "revoked": "The certificate is taken back."
        default: nil
        }
    }
}
