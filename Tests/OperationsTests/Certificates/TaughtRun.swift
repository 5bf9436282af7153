import Operations
import Programme
import Records

/// A run taught on 4 July 2026: there all day, there but for 85 minutes, not there, not marked, and a name no font has.
struct TaughtRun {
    let test: TestOffice
    let run: ID<Run>
    let receipts: [BookingReceipt]

    init() async throws {
        test = try await TestOffice()
        run = try await test.run(8)
        var receipts: [BookingReceipt] = []
        for name in ["Asha Patel", "Bo Late", "Cy Absent", "Di Unmarked", "\u{12000}\u{12001}"] {
            receipts.append(try await test.book(name, on: run))
        }
        self.receipts = receipts
        try test.clock.set("2026-07-04T08:30:00Z")
        let marks: [RegisterMark?] = [.present, .late(minutes: 85), .absent, nil, .present]
        _ = try await test.office.mark(
            zip(receipts, marks).map { RegisterEntry(booking: $0.entry.booking.id, mark: $1) },
            on: run,
            by: TestOffice.staff
        )
    }

    var office: Office { test.office }

    /// Issues, and gives the one certificate that was earned.
    func issued() async throws -> IssuedCertificate {
        try await office.issueCertificates(run: run, by: TestOffice.staff).issued[0]
    }

    /// Asha Patel.
    var person: ID<Person> { receipts[0].entry.person.id }
}
