import Programme

/// Reads `unit-costs.yaml`.
enum UnitCostReader {
    private static let keys =
        ProvenanceReader.keys + ["code", "name", "pounds", "unit", "price_year", "kind", "borne_by", "note"]

    static func read(_ root: YAMLValue) -> [UnitCost] {
        guard let top = root.mapping(keys: ProvenanceReader.keys + ["costs"]) else { return [] }
        let provenance = ProvenanceReader(fileLevel: top)
        var seen: Set<Slug<UnitCost>> = []
        return top.sequence("costs").compactMap { entry in
            guard let cost = cost(entry, provenance) else { return nil }
            if !seen.insert(cost.code).inserted { entry.fault("The code \"\(cost.code)\" is used twice.") }
            return cost
        }
    }

    private static func cost(_ entry: YAMLValue, _ common: ProvenanceReader) -> UnitCost? {
        guard let mapping = entry.mapping(keys: keys) else { return nil }
        let code: Slug<UnitCost>? = mapping.required("code")?.slug()
        let name = mapping.text("name")
        let pence = mapping.required("pounds")?.read("an amount above 0 like 673 or 36.50", pence(reading:))
        let unit = mapping.text("unit")
        let kind = mapping.required("kind")?.word(among: UnitCost.Kind.allCases.map(\.rawValue))
        let priceYear = mapping.optional("price_year")?.read("a year like 2011/12 or 2003", PriceYear.reading)
        let provenance = common.provenance(of: mapping)
        guard let code, let name, let pence, let unit, let kind = kind.flatMap(UnitCost.Kind.init) else { return nil }
        return UnitCost(
            code: code,
            name: name,
            pence: pence,
            unit: unit,
            priceYear: priceYear,
            kind: kind,
            borneBy: mapping.optional("borne_by")?.text(),
            note: mapping.optional("note")?.text(),
            provenance: provenance
        )
    }

    private static func pence(reading text: String) -> Int? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts[0].count < 10, parts.allSatisfy(isDigits) else { return nil }
        guard parts.count == 1 || parts[1].count == 2, let pounds = Int(parts[0]) else { return nil }
        let pence = pounds * 100 + (parts.count == 2 ? Int(parts[1]) ?? 0 : 0)
        return pence > 0 ? pence : nil
    }

    private static func isDigits(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
