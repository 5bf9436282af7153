import Programme

/// Reads `events.yaml`.
enum EventReader {
    private static let keys = ProvenanceReader.keys + ["name", "from", "to", "areas", "adjust", "note"]

    static func read(_ root: YAMLValue) -> [RecordedEvent] {
        guard let top = root.mapping(keys: ProvenanceReader.keys + ["events"]) else { return [] }
        let provenance = ProvenanceReader(fileLevel: top)
        var seen: Set<String> = []
        return top.optionalSequence("events").compactMap { entry in
            guard let event = event(entry, provenance) else { return nil }
            if !seen.insert(event.name).inserted { entry.fault("There are two events called \"\(event.name)\".") }
            return event
        }
    }

    private static func event(_ entry: YAMLValue, _ common: ProvenanceReader) -> RecordedEvent? {
        guard let mapping = entry.mapping(keys: keys) else { return nil }
        let name = mapping.text("name")
        let from = mapping.required("from")?.month()
        let last = mapping.optional("to"), to = last?.month()
        let areas = mapping.optionalTexts("areas")
        let provenance = common.provenance(of: mapping)
        guard let name, let from, (last == nil) == (to == nil) else { return nil }
        if let to, to < from {
            last?.fault("\(name) ends before it begins: \"to\" must not be earlier than \"from\".")
            return nil
        }
        return RecordedEvent(
            name: name,
            from: from,
            to: to,
            areas: areas.isEmpty ? nil : areas,
            adjusts: mapping.optional("adjust")?.boolean() ?? false,
            note: mapping.optional("note")?.text(),
            provenance: provenance
        )
    }
}
