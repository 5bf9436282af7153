import Programme

/// What the answers say about a person besides the scores.
struct PersonTraits: Sendable {
    var course: String?
    private var values: [GroupKind: (wave: Wave, value: String)] = [:]

    /// The value of a kind; nil when no answer says.
    subscript(kind: GroupKind) -> String? { values[kind]?.value }

    /// Keeps what the earliest wave says; of two values in one wave the first by name, so that the order of rows is nothing.
    mutating func take(_ record: ResponseRecord) {
        take(.area, record.area, record.wave)
        take(.category, record.category, record.wave)
        take(.trainer, record.trainer, record.wave)
        take(.language, record.language, record.wave)
        take(.mode, record.mode, record.wave)
    }

    private mutating func take(_ kind: GroupKind, _ value: String?, _ wave: Wave) {
        guard let value else { return }
        guard let known = values[kind], (known.wave, known.value) <= (wave, value) else {
            values[kind] = (wave, value)
            return
        }
    }
}

/// What people can be grouped by.
public enum GroupKind: String, CaseIterable, Hashable, Sendable {
    /// The policing area of the course.
    case area
    /// The person's role in the community.
    case category
    /// The language of the form.
    case language
    /// The leading trainer.
    case trainer
    /// How the form was answered: on the web, on paper, by telephone.
    case mode
}
