import Operations
import Programme
import Records

/// A run as JSON shows it.
struct RunView: Encodable {
    let run: Int64
    let course: String
    let courseVersion: Int
    let title: String
    let programme: String?
    let area: String
    let venue: String
    let address: String
    let trainers: [String]
    let starts: String
    let sittings: [SittingView]
    let zone: String
    let bookingCloses: String
    let state: String
    let capacity: Int
    let confirmed: Int
    let free: Int
    let waiting: Int

    struct SittingView: Encodable {
        let starts: String
        let minutes: Int
    }

    init(_ summary: RunSummary) {
        let of = summary.run
        run = of.id.rawValue
        (course, courseVersion, title, programme) = (of.course.code, of.course.version, of.title, of.programme)
        (area, venue, address, trainers) = (of.area, of.venue.name, of.venue.address, of.trainers.map(\.name))
        (starts, zone, bookingCloses) = (of.starts.description, of.zone, of.bookingCloses.description)
        sittings = of.sittings.map { SittingView(starts: $0.starts.description, minutes: $0.minutes) }
        (state, capacity) = (of.state.rawValue, of.capacity)
        (confirmed, free, waiting) = (summary.confirmed, summary.free, summary.waiting)
    }

    /// The places as an equation.
    static func places(_ summary: RunSummary) -> String {
        let over = max(0, summary.confirmed - summary.run.capacity)
        return "\(summary.run.capacity) places = \(summary.confirmed - over) taken + \(summary.free) free"
            + (over > 0 ? ", and \(over) walk-in beyond" : "")
            + (summary.waiting > 0 ? "; \(summary.waiting) waiting" : "")
    }

    static func table(_ summaries: [RunSummary]) -> String {
        var columns = TextColumns("run", "starts", "area", "state", "taken", "waiting", "title")
        for summary in summaries {
            columns.add(
                summary.run.id.description,
                "\(summary.run.starts.date) \(summary.run.starts.time)",
                summary.run.area,
                summary.run.state.rawValue,
                "\(summary.confirmed)/\(summary.run.capacity)",
                "\(summary.waiting)",
                "\(summary.run.title), \(summary.run.venue.name)"
            )
        }
        return columns.text
    }
}
