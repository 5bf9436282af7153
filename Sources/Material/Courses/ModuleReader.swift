import Programme

/// Reads the modules of a course with their plans and scenes.
struct ModuleReader {
    /// What reading gives.
    struct Teaching {
        var modules: [Placed<Module>] = []
        var plans: [SessionPlan] = []
        var rolePlays: [RolePlay] = []
    }

    let folder: ContentFolder
    let log: FaultLog
    /// The course's folder, as a path from the content folder.
    let path: String

    private static let keys = ["number", "title", "minutes", "outcomes", "safety_critical", "plan", "role_plays"]

    /// Reads the key `modules` and checks it against the outcomes and the files in the folder.
    func read(_ map: YAMLMapping, outcomes: [Placed<Outcome>]) -> Teaching {
        var teaching = Teaching()
        var usedFiles: Set<String> = []
        for place in map.sequence("modules") {
            guard let entry = place.mapping(keys: Self.keys) else { continue }
            guard let module = module(entry, place, expected: teaching.modules.count + 1, outcomes) else { continue }
            teaching.modules.append(Placed(value: module, place: place))
            if let plan = entry.required("plan"), let name = plan.text() {
                usedFiles.insert("\(path)/\(name)")
                let reader = SessionPlanReader(folder: folder, log: log)
                if let read = reader.read("\(path)/\(name)", of: module, namedAt: plan) {
                    let texts = CourseTextReader(folder: folder, log: log, path: path)
                    texts.checkLinks(in: read.markdown, of: read.file)
                    teaching.plans.append(read)
                }
            }
            for scene in entry.optionalSequence("role_plays") {
                guard let code = scene.code() else { continue }
                let file = "\(path)/role-plays/\(code).yaml"
                usedFiles.insert(file)
                guard folder.isFile(file) else {
                    scene.fault("The role play \"\(code)\" has no file \(file).")
                    continue
                }
                if let read = RolePlayReader(folder: folder, log: log).read(file, name: code) {
                    teaching.rolePlays.append(read)
                }
            }
        }
        checkOutcomes(outcomes, teaching.modules.map(\.value))
        checkFiles(usedFiles)
        return teaching
    }

    private func module(
        _ entry: YAMLMapping,
        _ place: YAMLValue,
        expected: Int,
        _ outcomes: [Placed<Outcome>]
    ) -> Module? {
        let number = entry.integer("number", in: 1...99)
        let title = entry.text("title")
        let minutes = entry.integer("minutes", in: 1...480)
        let isCritical = entry.optional("safety_critical").map { $0.boolean() } ?? false
        let codes = entry.optionalSequence("outcomes").compactMap { value -> String? in
            guard let code = value.text() else { return nil }
            let known = outcomes.map(\.value.code)
            if !known.contains(code) {
                value.fault("There is no outcome \"\(code)\".\(NearestSpelling.suggestion(for: code, among: known))")
            }
            return code
        }
        guard let number, let title, let minutes, let isCritical else { return nil }
        if number != expected { place.fault("This is module \(number), but module \(expected) is next.") }
        return Module(number: number, title: title, minutes: minutes, outcomes: codes, isSafetyCritical: isCritical)
    }

    private func checkOutcomes(_ outcomes: [Placed<Outcome>], _ modules: [Module]) {
        let taught = Set(modules.flatMap(\.outcomes))
        for outcome in outcomes where !taught.contains(outcome.value.code) {
            outcome.place.fault("No module teaches the outcome \(outcome.value.code).")
        }
    }

    /// A file that no module names would be edited in vain.
    private func checkFiles(_ used: Set<String>) {
        for inner in ["modules", "role-plays"] {
            for name in folder.names(in: "\(path)/\(inner)") {
                let file = "\(path)/\(inner)/\(name)"
                if !used.contains(file) { log.add("No module of the course uses this file.", in: file) }
            }
        }
    }
}
