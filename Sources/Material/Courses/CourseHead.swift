import Programme

/// What every course says of itself first.
struct CourseHead {
    let code: String
    let version: Int
    let title: String
    let audience: String
    let summary: String

    /// Reads the first keys; nil, with every fault noted, when one is missing.
    init?(_ map: YAMLMapping, folderName: String) {
        let code = map.code("code")
        let version = map.integer("version", in: 1...9999)
        let title = map.text("title")
        let audience = map.text("audience")
        let summary = map.required("summary")?.paragraphs()
        if let code, code != folderName {
            map.required("code")?.fault(
                "The code is \"\(code)\", but the folder is called \"\(folderName)\"; they must agree."
            )
        }
        guard let code, let version, let title, let audience, let summary else { return nil }
        (self.code, self.version, self.title, self.audience, self.summary) = (code, version, title, audience, summary)
    }
}

/// A value with the place it was read from.
struct Placed<Value> {
    let value: Value
    let place: YAMLValue
}

/// Reads the outcomes.
enum OutcomeReader {
    static func outcomes(in map: YAMLMapping) -> [Placed<Outcome>] {
        var codes: Set<String> = []
        return map.sequence("outcomes").compactMap { place in
            guard let entry = place.mapping(keys: ["code", "text"]) else { return nil }
            let code = entry.text("code")
            let text = entry.text("text")
            guard let code, let text else { return nil }
            if !codes.insert(code).inserted { place.fault("There are two outcomes with the code \(code).") }
            return Placed(value: Outcome(code: code, text: text), place: place)
        }
    }
}
