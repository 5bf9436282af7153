import Programme

/// Reads `source`, `checked` and `verify`, which may stand at an entry or for a whole file.
struct ProvenanceReader {
    /// The keys, to be allowed wherever a provenance may stand.
    static let keys = ["source", "checked", "verify"]
    private let common: Provenance?

    /// Takes what stands at the top of a file for every entry that does not say otherwise.
    init(fileLevel mapping: YAMLMapping) { common = Self.own(mapping, otherwise: nil) }

    init(common: Provenance?) { self.common = common }

    /// The provenance of an entry; an entry without any source, of its own or the file's, is a fault.
    func provenance(of mapping: YAMLMapping) -> Provenance {
        if let provenance = Self.own(mapping, otherwise: common) { return provenance }
        mapping.owner.fault("\(mapping.owner.name) needs \"source\": where is it from?")
        return Provenance(source: "", toVerify: true)
    }

    /// An entry with a source of its own does not take over the day on which the file's was checked, unless it says so.
    private static func own(_ mapping: YAMLMapping, otherwise common: Provenance?) -> Provenance? {
        let verify = mapping.optional("verify")?.boolean()
        let checked = mapping.optional("checked")?.date()
        guard let source = mapping.optional("source")?.text() ?? common?.source else { return nil }
        return Provenance(
            source: source,
            checkedOn: checked ?? common?.checkedOn,
            toVerify: verify ?? common?.toVerify ?? false
        )
    }
}
