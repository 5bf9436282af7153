import Programme

/// Reads `gdp-deflator.yaml`.
enum PriceIndexReader {
    static func read(_ root: YAMLValue) -> PriceIndex? {
        guard let top = root.mapping(keys: ProvenanceReader.keys + ["name", "years"]) else { return nil }
        var seen: Set<String> = []
        let years = top.sequence("years").compactMap { entry -> PriceIndex.Year? in
            guard let mapping = entry.mapping(keys: ["year", "index"]) else { return nil }
            let year = mapping.required("year")?.read("a year like 2011/12 or 2003", PriceYear.reading)
            guard let year, let index = mapping.required("index")?.number(in: 0.001...1_000_000) else { return nil }
            if !seen.insert(year).inserted { entry.fault("\(year) is listed twice.") }
            return PriceIndex.Year(year, index: index)
        }
        guard let name = top.text("name") else { return nil }
        return PriceIndex(name: name, years: years, provenance: ProvenanceReader(fileLevel: top).provenance(of: top))
    }
}
