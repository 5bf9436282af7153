import Programme

/// Reads the Markdown beside a course that is not a session plan: the trainer's guide and the hand-outs.
struct CourseTextReader {
    static let guideName = "for-trainers.md"

    let folder: ContentFolder
    let log: FaultLog
    /// The course's folder, as a path from the content folder.
    let path: String

    /// The guide, when the folder has one.
    func guide() -> CourseText? {
        let file = "\(path)/\(Self.guideName)"
        return folder.isFile(file) ? read(file) : nil
    }

    /// The hand-outs in order of name; one that no plan links to is a fault.
    func handouts(linkedFrom plans: [SessionPlan]) -> [CourseText] {
        let linked = Set(plans.flatMap { MarkdownLinks.files(in: $0.markdown, of: $0.file).map(\.path) })
        return folder.names(in: "\(path)/handouts").compactMap { name in
            let file = "\(path)/handouts/\(name)"
            guard name.hasSuffix(".md") else {
                log.add("A hand-out is a Markdown file that ends in .md.", in: file)
                return nil
            }
            if !linked.contains(file) { log.add("No session plan links to this hand-out.", in: file) }
            return read(file)
        }
    }

    /// Notes a fault for every link to a file that does not exist.
    func checkLinks(in markdown: String, of file: String) {
        for (target, line) in MarkdownLinks.files(in: markdown, of: file) where !folder.isFile(target) {
            log.add("The link leads to \(target), which does not exist.", in: file, line: line)
        }
    }

    private func read(_ file: String) -> CourseText? {
        let markdown: String
        do { markdown = try folder.text(of: file) } catch {
            log.add(error)
            return nil
        }
        checkLinks(in: markdown, of: file)
        let outline = MarkdownOutline(markdown)
        guard outline.sections.count > 1, outline.sections[1].level == 1, !outline.sections[0].hasText else {
            log.add("The text should begin with a heading \"# TITLE\".", in: file, line: 1)
            return nil
        }
        return CourseText(title: outline.sections[1].title, file: file, markdown: markdown)
    }
}
