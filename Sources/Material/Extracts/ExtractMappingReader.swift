import FoundationEssentials
public import Programme

/// Reads the small file, YAML or JSON, that says which columns of a force's extract mean what.
public enum ExtractMappingReader {
    private static let keys = ["force", "columns", "dates", "count", "attended", "not_attended", "escalated"]

    /// The mapping in a file.
    ///
    /// - Parameter path: The file.
    /// - Returns: What the extract's columns mean.
    /// - Throws: ``MaterialFaults`` with every fault and its line.
    public static func read(_ path: String) throws(MaterialFaults) -> ExtractMapping {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw MaterialFaults([MaterialFault(file: path, line: nil, message: "The file cannot be read.")])
        }
        return try read(text: String(decoding: data, as: UTF8.self), file: path)
    }

    /// The mapping in a text.
    ///
    /// - Parameters:
    ///   - text: YAML or JSON.
    ///   - file: What faults call it.
    /// - Returns: What the extract's columns mean.
    /// - Throws: ``MaterialFaults`` with every fault and its line.
    public static func read(text: String, file: String) throws(MaterialFaults) -> ExtractMapping {
        let log = FaultLog()
        let mapping = YAMLDocument.parse(text, file: file, into: log).flatMap(mapping)
        try log.throwFaults()
        guard let mapping else {
            throw MaterialFaults([MaterialFault(file: file, line: 1, message: "The file says no mapping.")])
        }
        return mapping
    }

    private static func mapping(_ root: YAMLValue) -> ExtractMapping? {
        guard let top = root.mapping(keys: keys), let columns = columns(top) else { return nil }
        let force: Slug<PoliceForce>? = top.required("force")?.slug()
        let dates = top.optional("dates")?.word(among: ExtractMapping.DateOrder.allCases.map(\.rawValue))
        let escalated = top.optional("escalated")?.mapping(keys: ["field", "words"])
        let field = escalated?.required("field")?.word(among: columns.keys.map(\.rawValue).sorted())
        guard let force else { return nil }
        let counted = top.texts("count")
        if counted.isEmpty { root.fault("\"count\" names no category; name those that are anti-social behaviour.") }
        return ExtractMapping(
            force: force,
            columns: columns,
            dates: dates.flatMap { ExtractMapping.DateOrder(rawValue: $0) } ?? .yearFirst,
            counted: Set(counted),
            attended: Set(top.optionalTexts("attended")),
            notAttended: Set(top.optionalTexts("not_attended")),
            escalationField: field.flatMap { ExtractMapping.Field(rawValue: $0) },
            escalated: Set(escalated?.texts("words") ?? [])
        )
    }

    private static func columns(_ top: YAMLMapping) -> [ExtractMapping.Field: String]? {
        let fields = ExtractMapping.Field.allCases
        guard let named = top.required("columns")?.mapping(keys: fields.map(\.rawValue)) else { return nil }
        var columns: [ExtractMapping.Field: String] = [:]
        for field in fields { columns[field] = named.optional(field.rawValue)?.text() }
        for field in [ExtractMapping.Field.dateTime, .category] where columns[field] == nil {
            _ = named.required(field.rawValue)
        }
        if (columns[.area] == nil) == (columns[.lsoa] == nil) {
            named.owner.fault("One of \"area\" and \"lsoa\" says where a call came from; name exactly one of them.")
        }
        return columns
    }
}
