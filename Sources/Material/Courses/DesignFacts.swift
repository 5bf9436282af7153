import Programme

/// What the published design of the defusing course fixes, so that no edit of a file can lose it unseen.
///
/// An outcome measured on one dose is not the outcome of another, and the two safety modules are what makes the course
/// safe to offer: a shorter or lighter course needs a code of its own.
struct DesignFacts {
    /// Minutes by sitting.
    let contact: [Int]
    /// Minutes of breaks and surveys over all sittings; nil when the design leaves them open.
    let breaksAndSurveys: (breaks: Int, surveys: Int)?
    /// The modules that must carry the safety flag.
    let safetyModules: [Int]

    /// The design of a course, by code.
    static func of(_ code: String) -> DesignFacts? {
        switch code {
        case "defusing-one-day":
            DesignFacts(contact: [345], breaksAndSurveys: (breaks: 75, surveys: 30), safetyModules: [4, 6])
        case "defusing-two-evenings":
            DesignFacts(contact: [170, 175], breaksAndSurveys: nil, safetyModules: [4, 6])
        default: nil
        }
    }

    /// Notes a fault for each way in which a course departs from its design.
    static func check(_ course: Course, _ map: YAMLMapping) {
        guard let facts = of(course.code), let sittings = map.optional("sittings") else { return }
        let minutes = course.sittings.map(AgendaMinutes.init)
        if minutes.map(\.contact) != facts.contact {
            let expected = facts.contact.map(String.init).joined(separator: " and ")
            let found = minutes.map { String($0.contact) }.joined(separator: " and ")
            sittings.fault("\(course.code) has \(expected) contact minutes by design, not \(found).")
        }
        if let (breaks, surveys) = facts.breaksAndSurveys {
            let found = minutes.reduce(into: (breaks: 0, surveys: 0)) { sum, minutes in
                sum.breaks += minutes.breaks
                sum.surveys += minutes.surveys
            }
            if found != (breaks, surveys) {
                let said = "\(breaks) minutes of breaks and \(surveys) of surveys"
                sittings.fault("\(course.code) has \(said) by design, not \(found.breaks) and \(found.surveys).")
            }
        }
        guard let rule = course.certificate else {
            map.owner.fault("\(course.code) must have a certificate that requires its safety modules.")
            return
        }
        let flagged = course.safetyCriticalModules.map(\.number)
        for number in facts.safetyModules where !flagged.contains(number) && !rule.requiredModules.contains(number) {
            let place = map.optional("modules") ?? map.owner
            place.fault("Module \(number) of \(course.code) must be marked \"safety_critical: yes\" and be required.")
        }
    }
}
