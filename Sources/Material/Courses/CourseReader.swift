import Programme

/// Reads one course or awareness session with its plans and scenes.
struct CourseReader {
    let folder: ContentFolder
    let log: FaultLog
    /// The rules of `CourseMaterial/safety-rules.yaml`, which every course carries.
    let safetyRules: [String]
    /// The surveys, to check that those a course names exist.
    let surveys: SurveyShelf

    static let keys = [
        "code", "version", "title", "audience", "summary", "minimum_age", "group", "survey", "certificate", "outcomes",
        "modules", "sittings",
    ]
    static let keysWhenSharing = ["code", "version", "title", "audience", "summary", "shares", "sittings"]

    /// The course that another shares its teaching with; nil when it stands alone or cannot be read.
    func sharedCode(in path: String) -> String? {
        guard let text = try? folder.text(of: "\(path)/course.yaml"),
            let root = YAMLDocument.parse(text, file: "\(path)/course.yaml", into: FaultLog())
        else { return nil }
        return root.anyMapping()?.optional("shares")?.text()
    }

    /// Reads the course in a folder.
    /// - Parameters:
    ///   - path: The folder, as a path from the content folder.
    ///   - kind: What the folder's parent holds.
    ///   - known: Courses already read, for `shares`.
    /// - Returns: The course, or nil when something it needs is missing; every fault is noted.
    func read(_ path: String, kind: Course.Kind, known: [CourseBook]) -> CourseBook? {
        guard let root = YAMLDocument.read("\(path)/course.yaml", in: folder, into: log) else { return nil }
        let isSharing = root.anyMapping()?.optional("shares") != nil
        guard let map = root.mapping(keys: isSharing ? Self.keysWhenSharing : Self.keys) else { return nil }
        guard let head = CourseHead(map, folderName: String(path.split(separator: "/").last ?? "")) else { return nil }
        if isSharing { return readSharing(map, head, path, kind, known) }

        let outcomes = OutcomeReader.outcomes(in: map)
        let teaching = ModuleReader(folder: folder, log: log, path: path).read(map, outcomes: outcomes)
        let minimumAge = map.optional("minimum_age").map { $0.integer(in: 5...120) }
        let survey = surveys.survey(namedIn: map)
        let certificate = certificate(in: map, kind, teaching.modules)
        let modules = teaching.modules.map(\.value)
        let sittings = SittingReader(modules: modules, survey: survey).read(map)
        guard let group = groupSize(in: map), minimumAge != .some(nil), !sittings.isEmpty else {
            return nil
        }
        let course = Course(
            code: head.code,
            version: head.version,
            kind: kind,
            title: head.title,
            audience: head.audience,
            summary: head.summary,
            minimumAge: minimumAge ?? nil,
            group: group,
            sittings: sittings,
            modules: modules,
            outcomes: outcomes.map(\.value),
            safetyRules: safetyRules,
            certificate: certificate,
            instrument: survey.instrument?.code
        )
        DesignFacts.check(course, map)
        let texts = CourseTextReader(folder: folder, log: log, path: path)
        return CourseBook(
            course: course,
            plans: teaching.plans,
            rolePlays: teaching.rolePlays,
            handouts: texts.handouts(linkedFrom: teaching.plans),
            guide: texts.guide(),
            folder: path
        )
    }

    private func readSharing(
        _ map: YAMLMapping,
        _ head: CourseHead,
        _ path: String,
        _ kind: Course.Kind,
        _ known: [CourseBook]
    ) -> CourseBook? {
        guard let value = map.required("shares"), let code = value.text() else { return nil }
        guard let book = known.first(where: { $0.course.code == code }) else {
            let nearest = NearestSpelling.suggestion(for: code, among: known.map(\.course.code))
            value.fault("There is no readable course \"\(code)\" to share the teaching of.\(nearest)")
            return nil
        }
        var course = book.course
        let survey = course.instrument.map(surveys.survey) ?? .none
        (course.code, course.version, course.kind) = (head.code, head.version, kind)
        (course.title, course.audience, course.summary) = (head.title, head.audience, head.summary)
        course.sittings = SittingReader(modules: course.modules, survey: survey).read(map)
        guard !course.sittings.isEmpty else { return nil }
        DesignFacts.check(course, map)
        return CourseBook(
            course: course,
            plans: book.plans,
            rolePlays: book.rolePlays,
            handouts: book.handouts,
            guide: CourseTextReader(folder: folder, log: log, path: path).guide() ?? book.guide,
            folder: path
        )
    }

    private func groupSize(in map: YAMLMapping) -> GroupSize? {
        let keys = ["smallest", "largest", "second_trainer_above"]
        guard let value = map.required("group"), let group = value.mapping(keys: keys) else { return nil }
        let smallest = group.integer("smallest", in: 1...500)
        let largest = group.integer("largest", in: 1...500)
        let second = group.optional("second_trainer_above").map { $0.integer(in: 1...500) }
        guard let smallest, let largest, second != .some(nil) else { return nil }
        if smallest > largest {
            value.fault("The smallest group, \(smallest), is larger than the largest, \(largest).")
        }
        return GroupSize(smallest: smallest, largest: largest, secondTrainerAbove: second ?? nil)
    }

    private func certificate(
        in map: YAMLMapping,
        _ kind: Course.Kind,
        _ modules: [Placed<Module>]
    ) -> CertificateRule? {
        guard let value = map.optional("certificate") else { return nil }
        let keys = ["contact_percent", "required_modules", "refresh_years"]
        guard let rule = value.mapping(keys: keys) else { return nil }
        if kind == .awareness { value.fault("An awareness session counts heads and gives no certificate.") }
        let percent = rule.integer("contact_percent", in: 1...100)
        let required = rule.sequence("required_modules").compactMap { $0.integer(in: 1...99) }
        let years = rule.optional("refresh_years")?.integer(in: 1...20)
        for module in modules where module.value.isSafetyCritical != required.contains(module.value.number) {
            let number = module.value.number
            module.place.fault(
                module.value.isSafetyCritical
                    ? "Module \(number) is safety-critical, but the certificate does not require it."
                    : "The certificate requires module \(number), but it is not marked \"safety_critical: yes\"."
            )
        }
        for number in required where !modules.contains(where: { $0.value.number == number }) {
            rule.required("required_modules")?.fault("The certificate requires module \(number), which does not exist.")
        }
        guard let percent else { return nil }
        return CertificateRule(contactPercent: percent, requiredModules: required, refreshYears: years)
    }
}
