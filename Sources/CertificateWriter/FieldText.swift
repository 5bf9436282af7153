import Programme
import TextLayout

/// What a design's words become for given facts.
struct FieldText {
    let facts: CertificateFacts
    let words: CertificateWords

    init(facts: CertificateFacts, language: String) {
        self.facts = facts
        words = CertificateWords(language: language)
    }

    /// The words of a box, each field isolated from the words around it; nil when a field is not known that the box needs.
    func words(of box: DesignTextBox) -> String? {
        if let field = box.needs, value(of: field) == nil { return nil }
        return box.showsName ? first(of: box.texts) : first(of: box.texts, isolating: true)
    }

    /// Whether all that a picture needs is known.
    func shows(_ image: DesignImage) -> Bool {
        if let field = image.needs, value(of: field) == nil { return false }
        return image.conditions.allSatisfy { $0.holds(for: facts) }
    }

    /// The first of `texts` of which every field is known; nil when there is none.
    func first(of texts: [DesignText], isolating: Bool = false) -> String? {
        for text in texts {
            let parts = text.pieces.map { piece in
                switch piece {
                case .words(let words): words
                case .field(let field): isolating ? isolated(field) : value(of: field)
                }
            }
            let known = parts.compactMap(\.self)
            if known.count == parts.count { return known.joined() }
        }
        return nil
    }

    /// What a field says, isolated, the members of a list each by itself, too.
    private func isolated(_ field: CertificateField) -> String? {
        switch field {
        case .outcomes, .trainers:
            members(of: field).isEmpty ? nil : words.list(members(of: field).map(\.isolated)).isolated
        default: value(of: field)?.isolated
        }
    }

    /// What each thing is that a field says.
    private func members(of field: CertificateField) -> [String] {
        switch field {
        case .outcomes: facts.outcomes.eachOnce
        case .trainers: facts.trainers.eachOnce
        default: value(of: field).map { [$0] } ?? []
        }
    }

    /// A refusal of the words of a box, with the field at fault: the one with the character, else the longest.
    func refusal(_ refusal: TextRefusal, of box: DesignTextBox) -> CertificateRefusal {
        let text = box.texts.first { first(of: [$0]) != nil }
        let fields = (text?.pieces ?? []).compactMap { if case .field(let field) = $0 { field } else { nil } }
        switch refusal {
        case .uncovered(let scalar, _), .looseMark(let scalar), .forbiddenCharacter(let scalar):
            for field in fields {
                guard let words = members(of: field).first(where: { $0.unicodeScalars.contains(scalar) }) else {
                    continue
                }
                return CertificateRefusal(refusal, field: field.words, words: words)
            }
        default:
            let said = fields.map { (field: $0, words: value(of: $0) ?? "") }
            if let longest = said.max(by: { $0.words.count < $1.words.count }) {
                return CertificateRefusal(refusal, field: longest.field.words, words: longest.words)
            }
        }
        return CertificateRefusal(refusal, field: "text", words: first(of: box.texts) ?? "")
    }

    private func value(of field: CertificateField) -> String? {
        switch field {
        case .name: facts.name
        case .course: facts.course
        case .code: facts.courseCode
        case .version: facts.courseVersion
        case .dates: facts.dates.isEmpty ? nil : words.dates(facts.dates)
        case .hours: words.duration(minutes: facts.contactMinutes)
        case .outcomes, .trainers: members(of: field).isEmpty ? nil : words.list(members(of: field))
        case .venue: facts.venue
        case .area: facts.area
        case .provider: facts.provider
        case .number: facts.number.description
        case .reissue: facts.version > 1 ? String(facts.version) : nil
        case .issued: words.date(facts.issuedOn)
        case .refresh: facts.refreshBy.map(words.date)
        case .address: Self.withoutScheme(facts.verifyAddress)
        case .site: site
        }
    }

    /// The verify address without its last part, the number.
    var site: String {
        Self.withoutScheme(facts.verifyAddress.split(separator: "/").dropLast().joined(separator: "/"))
    }

    private static func withoutScheme(_ address: String) -> String {
        var parts = address.split(separator: "/")
        if parts.first?.hasSuffix(":") == true { parts.removeFirst() }
        return parts.joined(separator: "/")
    }
}

extension CertificateField {
    /// What a person calls the field.
    fileprivate var words: String {
        switch self {
        case .course: "course title"
        case .code: "course code"
        case .version: "course version"
        case .trainers: "trainers"
        case .refresh: "day of refreshing"
        case .issued: "day of issue"
        case .reissue: "version"
        case .site: "address"
        case .name, .dates, .hours, .outcomes, .venue, .area, .provider, .number, .address: rawValue
        }
    }
}
