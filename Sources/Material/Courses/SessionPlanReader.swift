import Programme

/// Reads a module's session plan and checks that a trainer can teach from it.
struct SessionPlanReader {
    /// The headings every plan has, in the order a trainer needs them.
    static let headings = ["Aim", "You need", "Timing", "Session", "Debrief"]

    let folder: ContentFolder
    let log: FaultLog

    /// Reads the plan of a module.
    /// - Parameters:
    ///   - file: The path from the content folder.
    ///   - module: The module it belongs to; the timing must fill its minutes.
    ///   - place: Where the course names the file, for the fault of a missing one.
    /// - Returns: The plan, or nil when the file cannot be read.
    func read(_ file: String, of module: Module, namedAt place: YAMLValue) -> SessionPlan? {
        guard folder.isFile(file) else {
            place.fault("The session plan of module \(module.number), \(file), does not exist.")
            return nil
        }
        let markdown: String
        do { markdown = try folder.text(of: file) } catch {
            log.add(error)
            return nil
        }
        let outline = MarkdownOutline(markdown)
        checkTitle(of: outline, file, module)
        for heading in Self.headings {
            guard let section = outline.sections.firstIndex(where: { $0.level == 2 && $0.title == heading }) else {
                log.add("The plan has no heading \"## \(heading)\".", in: file, line: 1)
                continue
            }
            if !outline.wholeSection(at: section).contains(where: \.hasText) {
                log.add("Nothing stands under \"## \(heading)\".", in: file, line: outline.sections[section].line)
            }
        }
        checkOrder(outline, file)
        checkReadAloud(outline, file)
        checkScenes(outline, file)
        let steps = outline.section("Timing").map { timing($0, file, module) } ?? []
        return SessionPlan(module: module.number, file: file, markdown: markdown, steps: steps)
    }

    private func checkTitle(of outline: MarkdownOutline, _ file: String, _ module: Module) {
        let expected = "\(module.number). \(module.title)"
        let title = outline.sections.first { $0.level == 1 }
        if title?.title != expected {
            log.add("The plan should begin with the heading \"# \(expected)\".", in: file, line: title?.line ?? 1)
        }
    }

    private func checkOrder(_ outline: MarkdownOutline, _ file: String) {
        var last = -1
        for section in outline.sections where section.level == 2 {
            guard let place = Self.headings.firstIndex(of: section.title) else { continue }
            if place < last {
                let message = "\"## \(section.title)\" should stand before \"## \(Self.headings[last])\"."
                log.add(message, in: file, line: section.line)
            }
            last = place
        }
    }

    private func checkReadAloud(_ outline: MarkdownOutline, _ file: String) {
        guard let index = outline.sections.firstIndex(where: { $0.level == 2 && $0.title == "Session" }) else { return }
        let lines = outline.wholeSection(at: index).flatMap(\.body)
        if !lines.contains(where: { $0.text.hasPrefix(">") }) {
            let line = outline.sections[index].line
            log.add("\"## Session\" has no words to read aloud (lines that begin with \">\").", in: file, line: line)
        }
    }

    /// A scene described in a plan needs its stop rule as much as one in a file of its own.
    private func checkScenes(_ outline: MarkdownOutline, _ file: String) {
        for (index, section) in outline.sections.enumerated() where section.title.lowercased().contains("role play") {
            let lines = outline.wholeSection(at: index).flatMap(\.body)
            if !lines.contains(where: { $0.text.lowercased().contains("stop rule") }) {
                let message = "\"\(section.title)\" has no stop rule; write a line that begins \"Stop rule:\"."
                log.add(message, in: file, line: section.line)
            }
        }
    }

    /// Reads rows like `| 5-15 | Exercise in pairs |`.
    private func timing(_ section: MarkdownOutline.Section, _ file: String, _ module: Module) -> [SessionPlan.Step] {
        var steps: [SessionPlan.Step] = []
        var reached = 0
        for (line, text) in section.body where text.hasPrefix("|") {
            let cells = text.split(separator: "|").map { String($0).trimmed }
            guard cells.count >= 2, let first = cells[0].first, first.isNumber else { continue }
            let bounds = cells[0].split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
            guard bounds.count == 2, let start = bounds[0], let end = bounds[1], start < end else {
                log.add("\"\(cells[0])\" is not a stretch of minutes like 5-15.", in: file, line: line)
                continue
            }
            if start != reached {
                log.add(
                    "This step begins at minute \(start), but the one before ends at \(reached).",
                    in: file,
                    line: line
                )
            }
            reached = end
            steps.append(SessionPlan.Step(start: start, end: end, text: cells[1]))
        }
        if reached != module.minutes {
            let message =
                "The timing ends at minute \(reached), but module \(module.number) takes \(module.minutes) minutes."
            log.add(message, in: file, line: section.line)
        }
        return steps
    }
}
