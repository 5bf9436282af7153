import Mustache

/// The site's pages as templates, all looked up once when the site starts.
struct Templates: Sendable {
    /// Every page; parts that pages share are not among them.
    enum Name: String, CaseIterable, Sendable {
        case home, courses, course, booking, cancel, survey, certificate, verify, verified, privacy, accessibility
        case signIn = "sign-in"
        case signInLink = "sign-in-link"
        case message, resend, keys, attendee
        case today, runs, run, register, surveys, evaluation, calls, planner, awareness, programmes
        case bookingForm = "booking-form"
        case keySurvey = "key-survey"
        case disagreements
    }

    /// A template that the program was built without.
    struct Missing: Error, CustomStringConvertible {
        let template: String
        var description: String {
            "The page template \"\(template)\" is missing; run Sources/Website/embed.py and build again."
        }
    }

    private let library: MustacheLibrary

    /// Reads the embedded templates.
    init(_ sources: [String: String] = EmbeddedFiles.templates) throws {
        var templates: [String: MustacheTemplate] = [:]
        for (name, text) in sources { templates[name] = try MustacheTemplate(string: text) }
        for name in Name.allCases where templates[name.rawValue] == nil { throw Missing(template: name.rawValue) }
        library = MustacheLibrary(templates: templates)
    }

    /// A page as HTML.
    func html(_ name: Name, _ model: some Sendable) throws -> String {
        guard let html = library.render(model, withTemplate: name.rawValue) else {
            throw Missing(template: name.rawValue)
        }
        return html
    }
}
