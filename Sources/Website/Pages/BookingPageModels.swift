/// A booking by private link.
struct BookingPage: Sendable {
    struct Survey: Sendable {
        let title: String
        let state: String
        let address: String?
    }
    let heading: String
    let explanation: String
    let isConfirmed: Bool
    let isWaiting: Bool
    let isCancelled: Bool
    let isNew: Bool
    let name: NameText
    let bookedBy: String?
    let reference: String
    let title: String
    let sittings: [String]
    let area: String
    let venue: String
    let venueAddress: String?
    let access: String?
    let accessNeeds: String?
    let privateLink: String
    let calendar: String?
    let drawing: DrawnName
    let cancel: String?
    let surveys: [Survey]
    let certificate: String?
    let otherDates: String?
}

/// The question before a booking is cancelled.
struct CancelPage: Sendable {
    let name: NameText
    let title: String
    let when: String
    let consequence: String
    let action: String
    let back: String
    let button: String
}
