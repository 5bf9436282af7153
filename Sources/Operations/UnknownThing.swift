public import Programme
import Records

/// Something asked for by number or link that is not there.
public enum UnknownThing: Refusal, Equatable {
    /// No run with this number; those with the nearest numbers.
    case run(ID<Run>, nearest: [ID<Run>])
    /// No booking with this number or code.
    case booking(String)
    /// A link that never was, has expired or was taken back.
    case link(LinkPurpose)
    /// No account with this address; the nearest one.
    case account(String, nearest: String?)
    /// No funded programme with this code; the nearest one.
    case programme(String, nearest: String?)
    /// No certificate under this number.
    case certificate(String)

    /// The sentence with the nearest valid name.
    public var description: String {
        switch self {
        case .run(let id, let nearest):
            nearest.isEmpty
                ? "There is no run \(id), and no other either. Schedule one first."
                : "There is no run \(id). Nearest are \(nearest.map(\.description).joined(separator: ", ")); see \"runs list\"."
        case .booking(let text):
            "There is no booking \"\(text)\". Use its number or its code of seven letters and digits, from \"bookings list\"."
        case .link(let purpose):
            "This \(purpose.rawValue) link does not work: it is mistyped, has expired or was replaced. Ask for a new one."
        case .account(let email, let nearest):
            "There is no account \"\(email)\".\(nearest.map { " Did you mean \"\($0)\"?" } ?? " See \"accounts list\".")"
        case .programme(let code, let nearest):
            "There is no programme \"\(code)\".\(nearest.map { " Did you mean \"\($0)\"?" } ?? " See \"programmes list\".")"
        case .certificate(let number):
            "There is no certificate \(number). Check the number for typing errors, or ask who issued it."
        }
    }
}

extension Reader {
    func existingRun(_ id: ID<Run>) throws -> RunSummary {
        guard let run = try run(id) else { throw UnknownThing.run(id, nearest: try runNumbers(near: id)) }
        return run
    }

    func existingBooking(_ id: ID<Booking>) throws -> BookingEntry {
        guard let booking = try booking(id) else { throw UnknownThing.booking(id.description) }
        return booking
    }

    func existingProgramme(_ code: String) throws -> FundedProgramme {
        let all = try programmes()
        guard let programme = all.first(where: { $0.code == code }) else {
            throw UnknownThing.programme(code, nearest: NearestSpelling.of(code, among: all.map(\.code)))
        }
        return programme
    }
}

extension Run {
    /// What a right to something of this run is asked for.
    var subject: Subject { Subject(area: area, trainers: Set(trainers.compactMap(\.account))) }
}
