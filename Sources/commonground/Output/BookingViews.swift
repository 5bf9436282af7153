import Operations
import Programme
import Records

/// A booking as JSON shows it.
struct BookingView: Encodable {
    let booking: Int64
    let reference: String
    let run: Int64
    let name: String
    let email: String?
    let phone: String?
    let language: String?
    let state: String
    let position: Int?
    let role: String
    let source: String
    let accessNeeds: String
    var link: String?

    init(_ entry: BookingEntry, link: String? = nil) {
        (booking, reference, run) = (entry.booking.id.rawValue, entry.booking.reference, entry.booking.run.rawValue)
        (name, email, phone) = (entry.person.name.text, entry.person.email?.text, entry.person.telephone?.text)
        (language, state, position) = (entry.person.language, entry.booking.state.rawValue, entry.position)
        (role, source, accessNeeds) = (entry.role.rawValue, entry.booking.source.word, entry.accessNeeds)
        self.link = link
    }

    static func table(_ entries: [BookingEntry]) -> String {
        var columns = TextColumns("booking", "code", "state", "name")
        for entry in entries {
            let state = entry.position.map { "waiting, \(Ordinal.words($0))" } ?? entry.booking.state.rawValue
            columns.add(entry.booking.id.description, entry.booking.reference, state, entry.person.name.text)
        }
        return columns.text
    }
}

/// What a cancellation did, as JSON shows it.
struct CancellationView: Encodable {
    let cancelled: BookingView
    let promoted: [BookingView]

    init(_ receipt: CancellationReceipt) {
        cancelled = BookingView(receipt.entry)
        promoted = receipt.promoted.map { BookingView($0) }
    }
}

/// What a move did, as JSON shows it.
struct MoveView: Encodable {
    let moved: BookingView
    let promoted: [BookingView]

    init(_ receipt: MoveReceipt) {
        moved = BookingView(receipt.entry)
        promoted = receipt.promoted.map { BookingView($0) }
    }
}

/// A register as JSON shows it.
struct RegisterView: Encodable {
    let run: RunView
    let people: [Line]

    struct Line: Encodable {
        let booking: Int64
        let reference: String
        let name: String
        let walkIn: Bool
        let accessNeeds: String
        let marks: [String]
        let answered: [String]
        let certificate: String?
    }

    init(_ sheet: RegisterSheet) {
        run = RunView(sheet.summary)
        people = sheet.lines.map { line in
            Line(
                booking: line.booking.rawValue,
                reference: line.reference,
                name: line.name.text,
                walkIn: line.isWalkIn,
                accessNeeds: line.accessNeeds,
                marks: line.marks.map { $0?.label ?? "not recorded" },
                answered: line.answered.sorted().map(\.name),
                certificate: line.certificate
            )
        }
    }

    static func table(_ sheet: RegisterSheet) -> String {
        var columns = TextColumns("booking", "code", "register", "answered", "certificate", "name")
        for line in sheet.lines {
            columns.add(
                line.booking.description,
                line.reference,
                line.marks.map { $0?.label ?? "not recorded" }.joined(separator: " | "),
                line.answered.sorted().map(\.name).joined(separator: " "),
                line.certificate ?? "-",
                line.name.text + (line.isWalkIn ? " (walk-in)" : "")
            )
        }
        return "\(sheet.summary.run.label), \(sheet.summary.run.state.rawValue)\n\(columns.text)"
    }
}
