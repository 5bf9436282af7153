import Programme
import Records

/// The register of one sitting.
struct RegisterPage: Sendable {
    struct Tab: Sendable {
        let label: String
        let address: String
        let isCurrent: Bool
    }
    struct Need: Sendable {
        let name: NameText
        let needs: String
    }
    struct NotIssued: Sendable {
        let name: NameText
        let reason: String
    }
    struct Issued: Sendable {
        let name: NameText
        let number: String
        let verify: String
        let file: String
    }
    /// What issuing certificates came to.
    struct IssueResult: Sendable {
        let sentence: String
        let issued: [Issued]
        let notIssued: [NotIssued]
        let hasNotIssued: Bool
    }
    let card: StaffRunCard
    let tabs: [Tab]
    let sitting: String
    let when: String
    let count: String
    let action: String
    let lines: [RegisterRow]
    let isEmpty: Bool
    let needs: [Need]
    let hasNeeds: Bool
    let reason: TextField?
    let walkInAction: String?
    let walkIn: TextField
    let walkInLanguage: ChoiceField
    let attempt: String
    let waves: [String]
    let surveys: String?
    let issueAction: String?
    let printFile: String?
    let result: IssueResult?
}

/// One person's row.
struct RegisterRow: Sendable {
    struct Mark: Sendable {
        let id: String
        let value: String
        let key: String
        let label: String
        let isChosen: Bool
    }
    struct Wave: Sendable {
        let label: String
        let isAnswered: Bool
    }
    let booking: String
    let number: String
    let name: NameText
    let isWalkIn: Bool
    let needs: String?
    let status: String
    let isRecorded: Bool
    let marks: [Mark]
    let late: String
    let early: String
    let error: String?
    let waves: [Wave]
    let file: String?
    /// The name as the certificate will draw it.
    let drawing: String
    /// The page on which the name is corrected.
    let attendee: String

    /// The marks, each with the key that makes it.
    private static let all: [(word: String, key: String, label: String)] = [
        ("present", "P", "Present"), ("late", "L", "Late"), ("left-early", "E", "Left early"),
        ("late-and-left-early", "B", "Late and early"), ("absent", "A", "Absent"), ("none", "U", "Not recorded"),
    ]

    init(
        _ line: RegisterLine,
        on run: ID<Run>,
        number: Int,
        sitting: Int,
        waves: [Programme.Wave],
        form: Fields,
        errors: FormErrors
    ) {
        let mark = line.marks.indices.contains(sitting - 1) ? line.marks[sitting - 1] : nil
        let key = line.booking.description
        let word = form.given("mark_\(key)") ?? mark?.word ?? "none"
        booking = key
        self.number = String(number)
        name = NameText(line.name, language: line.language)
        isWalkIn = line.isWalkIn
        needs = line.accessNeeds.isEmpty ? nil : line.accessNeeds
        status = mark?.label ?? "not recorded"
        isRecorded = mark != nil
        marks = Self.all.map { option in
            Mark(
                id: "mark-\(key)-\(option.word)",
                value: option.word,
                key: option.key,
                label: option.label,
                isChosen: option.word == word
            )
        }
        late = form.given("late_\(key)") ?? mark.flatMap { $0.minutesLate > 0 ? String($0.minutesLate) : nil } ?? ""
        early = form.given("early_\(key)") ?? mark.flatMap { $0.minutesEarly > 0 ? String($0.minutesEarly) : nil } ?? ""
        error = errors["late_\(key)"] ?? errors["early_\(key)"]
        self.waves = waves.map { Wave(label: SurveyWords.short($0), isAnswered: line.answered.contains($0)) }
        drawing = Route.attendeeName.path(run, line.booking)
        attendee = Route.attendee.path(run, line.booking)
        file = line.certificate.map { _ in Route.runCertificate.path(run, line.booking) }
    }
}
