import Programme

/// What a design's words become for given facts.
struct FieldText {
    let facts: CertificateFacts
    let words: CertificateWords

    init(facts: CertificateFacts, language: String) {
        self.facts = facts
        words = CertificateWords(language: language)
    }

    /// The words of a box; nil when a field is not known that it needs.
    func words(of box: DesignTextBox) -> String? {
        if let field = box.needs, value(of: field) == nil { return nil }
        return first(of: box.texts)
    }

    /// Whether all that a picture needs is known.
    func shows(_ image: DesignImage) -> Bool {
        if let field = image.needs, value(of: field) == nil { return false }
        return image.conditions.allSatisfy { $0.holds(for: facts) }
    }

    /// The first of `texts` of which every field is known; nil when there is none.
    func first(of texts: [DesignText]) -> String? {
        for text in texts {
            let parts = text.pieces.map { piece in
                switch piece {
                case .words(let words): words
                case .field(let field): value(of: field)
                }
            }
            let known = parts.compactMap(\.self)
            if known.count == parts.count { return known.joined() }
        }
        return nil
    }

    private func value(of field: CertificateField) -> String? {
        switch field {
        case .name: facts.name
        case .course: facts.course
        case .code: facts.courseCode
        case .version: facts.courseVersion
        case .dates: facts.dates.isEmpty ? nil : words.dates(facts.dates)
        case .hours: words.duration(minutes: facts.contactMinutes)
        case .outcomes: facts.outcomes.isEmpty ? nil : words.list(facts.outcomes.eachOnce)
        case .trainers: facts.trainers.isEmpty ? nil : words.list(facts.trainers.eachOnce)
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
