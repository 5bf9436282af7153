import Programme

/// Walks `CourseMaterial` and reads what lies there.
struct LibraryReader {
    static let root = "CourseMaterial"

    let folder: ContentFolder
    let log: FaultLog

    /// Reads everything readable; faults are in the log.
    func read() -> CourseLibrary {
        let rules = safetyRules()
        let surveyFiles = yamlFiles(in: "surveys")
        let instruments = surveyFiles.compactMap { file, name -> Instrument? in
            let before = log.faults.count
            let instrument = InstrumentReader(folder: folder, log: log).read(file, name: name)
            return log.faults.count == before ? instrument : nil
        }
        let cards = yamlFiles(in: "cards").compactMap { file, name in
            CardReader(folder: folder, log: log).read(file, name: name)
        }
        let surveys = SurveyShelf(instruments: instruments, codes: surveyFiles.map(\.name))
        let reader = CourseReader(folder: folder, log: log, safetyRules: rules, surveys: surveys)
        let courses = books(in: "courses", kind: .course, reader)
        let awareness = books(in: "awareness", kind: .awareness, reader)
        checkCodes(courses + awareness)
        return CourseLibrary(
            courses: courses,
            awarenessSessions: awareness,
            instruments: instruments,
            cards: cards,
            safetyRules: rules
        )
    }

    private func safetyRules() -> [String] {
        let file = "\(Self.root)/safety-rules.yaml"
        guard let value = YAMLDocument.read(file, in: folder, into: log), let map = value.mapping(keys: ["rules"])
        else { return [] }
        return map.texts("rules")
    }

    /// Courses that stand alone first, then those that share another's teaching.
    private func books(in inner: String, kind: Course.Kind, _ reader: CourseReader) -> [CourseBook] {
        let path = "\(Self.root)/\(inner)"
        guard folder.isFolder(path) else {
            log.add("The folder is missing.", in: path)
            return []
        }
        let folders = folder.names(in: path).map { "\(path)/\($0)" }.filter { place in
            if !folder.isFolder(place) { log.add("Only folders belong here, one for each course.", in: place) }
            return folder.isFolder(place)
        }
        let sharing = folders.filter { reader.sharedCode(in: $0) != nil }
        var books = folders.filter { !sharing.contains($0) }.compactMap { reader.read($0, kind: kind, known: []) }
        let alone = books
        books += sharing.compactMap { reader.read($0, kind: kind, known: alone) }
        return books.sorted { $0.course.code < $1.course.code }
    }

    private func checkCodes(_ books: [CourseBook]) {
        var seen: Set<String> = []
        for book in books where !seen.insert(book.course.code).inserted {
            let message = "Another course or session has the code \"\(book.course.code)\" too."
            log.add(message, in: "\(book.folder)/course.yaml", line: 1)
        }
    }

    private func yamlFiles(in inner: String) -> [(file: String, name: String)] {
        let path = "\(Self.root)/\(inner)"
        guard folder.isFolder(path) else {
            log.add("The folder is missing.", in: path)
            return []
        }
        return folder.names(in: path).compactMap { name in
            guard name.hasSuffix(".yaml") else {
                log.add("Only files that end in .yaml belong here.", in: "\(path)/\(name)")
                return nil
            }
            return ("\(path)/\(name)", String(name.dropLast(5)))
        }
    }
}
