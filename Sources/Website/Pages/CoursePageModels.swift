/// The form that finds a course.
struct Finder: Sendable {
    let areas: [AreaGroup]
    let from: TextField
}

/// One course in a list.
struct CourseCard: Sendable {
    let address: String
    let title: String
    let day: String
    let month: String
    let weekday: String
    let when: String
    let more: String?
    let area: String
    let venue: String
    let places: String
    let isFull: Bool
}

/// The first page.
struct HomePage: Sendable {
    let finder: Finder
    let next: [CourseCard]
    let count: String
}

/// The list of courses.
struct CourseListPage: Sendable {
    let finder: Finder
    let heading: String
    let count: String?
    let courses: [CourseCard]
    let isEmpty: Bool
}

/// One course with its booking form.
struct CoursePage: Sendable {
    let title: String
    let area: String
    let sittings: [String]
    let venue: String
    let venueAddress: String?
    let access: String?
    let audience: String
    let age: String?
    let trainers: String?
    let places: String
    let isFull: Bool
    let paragraphs: [String]
    let outcomes: [String]
    let agenda: [String]
    let duration: String
    let safetyRules: [String]
    let surveyNote: Bool
    let closes: String
    /// The form, or nil with a reason when nobody can book.
    let form: BookingFormPart?
    let whyNot: String?
}

/// The fields of a booking.
struct BookingFormPart: Sendable {
    let action: String
    let attempt: String
    let name: TextField
    let language: ChoiceField
    let email: TextField
    let phone: TextField
    let role: ChoiceField
    let homeAreas: [AreaGroup]
    let access: TextField
    let consents: ChoiceField
    let bookedBy: TextField
    let invitation: TextField
    let isFull: Bool
    let queueSentence: String?
    let button: String
}
