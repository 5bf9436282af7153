import Programme

/// Reads one survey and checks that it can be asked and scored.
struct InstrumentReader {
    let folder: ContentFolder
    let log: FaultLog

    private static let keys = [
        "code", "version", "title", "validity", "introduction", "languages", "cannot_say", "sections", "scales",
        "waves",
    ]

    /// Reads one file.
    /// - Parameters:
    ///   - file: The path from the content folder.
    ///   - name: The file's name without its ending, which the code must repeat.
    /// - Returns: The survey, or nil when something it needs is missing; every fault is noted.
    func read(_ file: String, name: String) -> Instrument? {
        guard let root = YAMLDocument.read(file, in: folder, into: log), let map = root.mapping(keys: Self.keys) else {
            return nil
        }
        let code = map.code("code")
        if let code, code != name {
            map.required("code")?.fault(
                "The code is \"\(code)\", but the file is called \(name).yaml; they must agree."
            )
        }
        let version = map.integer("version", in: 1...9999)
        let title = map.text("title")
        let validity = map.text("validity")
        let introduction = map.text("introduction")
        let languages = map.texts("languages")
        let cannotSay = map.text("cannot_say")

        let sections = SectionReader().read(map)
        let scales = scales(in: map, sections)
        let waves = WavePlanReader(sections: sections).read(map)
        guard let code, let version, let title, let validity, let introduction, let cannotSay, !languages.isEmpty,
            !sections.isEmpty, !waves.isEmpty
        else { return nil }
        return Instrument(
            code: code,
            version: version,
            title: title,
            validity: validity,
            introduction: introduction,
            languages: languages,
            cannotSay: cannotSay,
            sections: sections,
            scales: scales,
            waves: waves
        )
    }

    private func scales(in map: YAMLMapping, _ sections: [InstrumentSection]) -> [InstrumentScale] {
        var names: Set<String> = []
        return map.optionalSequence("scales").compactMap { place in
            guard let entry = place.mapping(keys: ["name", "title", "items", "minimum_answered"]) else { return nil }
            let name = entry.code("name")
            let title = entry.text("title")
            let items = ItemNames(sections: sections).read(entry, "items")
            let minimum = entry.integer("minimum_answered", in: 1...max(1, items.count))
            for item in items where !item.isScale {
                entry.required("items")?.fault("\(item.code) is not answered on a scale and cannot be averaged.")
            }
            if let name, !names.insert(name).inserted { place.fault("There are two scales called \(name).") }
            guard let name, let title, let minimum else { return nil }
            return InstrumentScale(name: name, title: title, items: items.map(\.code), minimumAnswered: minimum)
        }
    }
}

/// Reads lists that name items by their code or all items of a section by its letter.
struct ItemNames {
    let sections: [InstrumentSection]

    /// The items a key names, in the order of asking; an unknown name is a fault that suggests the nearest.
    func read(_ map: YAMLMapping, _ key: String) -> [SurveyItem] {
        var wanted: Set<String> = []
        for value in map.sequence(key) {
            guard let name = value.text() else { continue }
            let named = Set(sections.first { $0.code == name }?.items.map(\.code) ?? [name])
            let known = sections.flatMap(\.items).map(\.code)
            for code in named.sorted() {
                if !known.contains(code) {
                    let nearest = NearestSpelling.suggestion(for: code, among: sections.map(\.code) + known)
                    value.fault("There is no item or section \"\(code)\".\(nearest)")
                } else if !wanted.insert(code).inserted {
                    value.fault("\(code) is named twice.")
                }
            }
        }
        return sections.flatMap(\.items).filter { wanted.contains($0.code) }
    }
}

extension SurveyItem {
    /// Whether the answer is a point of a scale.
    var isScale: Bool {
        if case .scale = answer { true } else { false }
    }
}
