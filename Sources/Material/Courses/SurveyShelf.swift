import Programme

/// The survey a course names.
enum NamedSurvey {
    /// The course names none.
    case none
    /// It names one that has faults of its own, or that does not exist; both are noted elsewhere.
    case unreadable
    /// It names this one.
    case found(Instrument)

    /// The survey, when it can be used.
    var instrument: Instrument? {
        if case .found(let instrument) = self { instrument } else { nil }
    }
}

/// The surveys that courses may name.
struct SurveyShelf {
    /// Those without a fault.
    let instruments: [Instrument]
    /// The codes of all, with faults or without.
    let codes: [String]

    /// The survey under a course's key `survey`; an unknown one is a fault that suggests the nearest.
    func survey(namedIn map: YAMLMapping) -> NamedSurvey {
        guard let value = map.optional("survey") else { return .none }
        guard let code = value.text() else { return .unreadable }
        if !codes.contains(code) {
            value.fault("There is no survey \"\(code)\".\(NearestSpelling.suggestion(for: code, among: codes))")
        }
        return survey(code)
    }

    /// The survey with a code.
    func survey(_ code: String) -> NamedSurvey {
        instruments.first { $0.code == code }.map { .found($0) } ?? .unreadable
    }
}
