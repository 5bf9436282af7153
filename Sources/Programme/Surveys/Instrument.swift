/// A survey: its questions, its scales and when each part is asked. An edition is never changed once people have answered
/// it; a change is a new version, and a run keeps the version it was scheduled with (frozen as JSON).
///
/// The reader of the course material guarantees that codes are unique and that waves and scales name items that exist.
public struct Instrument: Hashable, Sendable, Codable {
    /// The short name in files and addresses, for example `confidence-willingness-12`.
    public var code: String
    /// The edition, from 1.
    public var version: Int
    /// The title on the form.
    public var title: String
    /// What is known about its validity, in one sentence; reports print it.
    public var validity: String
    /// What is read before the first question: why, how long, that it is voluntary.
    public var introduction: String
    /// The languages it exists in, as BCP 47 tags; the texts here are in the first.
    public var languages: [String]
    /// The words beside the box that means "missing".
    public var cannotSay: String
    /// The sections in the order of asking.
    public var sections: [InstrumentSection]
    /// The means that are reported.
    public var scales: [InstrumentScale]
    /// When each part is asked, in order of time.
    public var waves: [WavePlan]

    /// A survey as described.
    public init(
        code: String,
        version: Int,
        title: String,
        validity: String,
        introduction: String,
        languages: [String],
        cannotSay: String,
        sections: [InstrumentSection],
        scales: [InstrumentScale],
        waves: [WavePlan]
    ) {
        self.code = code
        self.version = version
        self.title = title
        self.validity = validity
        self.introduction = introduction
        self.languages = languages
        self.cannotSay = cannotSay
        self.sections = sections
        self.scales = scales
        self.waves = waves
    }
}

extension Instrument {
    /// All items, in the order of asking.
    public var items: [SurveyItem] { sections.flatMap(\.items) }

    /// The plan of a wave, or nil when the instrument has none such; ``Wave/firstFollowUp`` finds the earliest follow-up.
    public func plan(_ wave: Wave) -> WavePlan? {
        if let plan = waves.first(where: { $0.wave == wave }) { return plan }
        return wave == .firstFollowUp ? waves.first { $0.wave > .firstFollowUp } : nil
    }

    /// The sections of a wave with only the items it asks, in order; empty for an unknown wave.
    public func sections(in wave: Wave) -> [InstrumentSection] {
        guard let asked = plan(wave).map({ Set($0.items) }) else { return [] }
        return sections.compactMap { section in
            var part = section
            part.items = section.items.filter { asked.contains($0.code) }
            return part.items.isEmpty ? nil : part
        }
    }

    /// The items a wave asks, in order.
    public func items(in wave: Wave) -> [SurveyItem] { sections(in: wave).flatMap(\.items) }

    /// The item with a code.
    /// - Throws: ``AnswerRefusal/unknownItem(_:instrument:nearest:)`` with the nearest code.
    public func item(_ code: String) throws(AnswerRefusal) -> SurveyItem {
        guard let item = items.first(where: { $0.code == code }) else {
            let nearest = NearestSpelling.of(code, among: items.map(\.code))
            throw .unknownItem(code, instrument: title, nearest: nearest)
        }
        return item
    }
}

/// Questions that share a heading and a sentence above them.
public struct InstrumentSection: Hashable, Sendable, Codable {
    /// The letter the items' codes begin with, for example `A`.
    public var code: String
    /// The heading.
    public var title: String
    /// The sentence that every item completes or that sets the scene; nil when the items stand alone.
    public var question: String?
    /// The items in order.
    public var items: [SurveyItem]

    /// A section.
    public init(code: String, title: String, question: String?, items: [SurveyItem]) {
        (self.code, self.title, self.question, self.items) = (code, title, question, items)
    }
}

/// Several items whose mean is reported as one number.
public struct InstrumentScale: Hashable, Sendable, Codable {
    /// The name in files, for example `confidence`.
    public var name: String
    /// The name in words.
    public var title: String
    /// The items' codes.
    public var items: [String]
    /// How many must be answered for the mean to count.
    public var minimumAnswered: Int

    /// A scale.
    public init(name: String, title: String, items: [String], minimumAnswered: Int) {
        (self.name, self.title, self.items, self.minimumAnswered) = (name, title, items, minimumAnswered)
    }

    /// The mean of the answered items, in the items' unit; nil when fewer than ``minimumAnswered`` have a score.
    public func mean(of scores: [String: Double]) -> Double? {
        let answered = items.compactMap { scores[$0] }
        guard !answered.isEmpty, answered.count >= minimumAnswered else { return nil }
        return answered.reduce(0, +) / Double(answered.count)
    }
}
