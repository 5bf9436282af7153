public import Programme

/// The reference tables of `CourseMaterial/reference`.
public struct ReferenceTables: Hashable, Sendable {
    /// Forces, districts, areas of all times and what became of them.
    public let areas: AreaCatalogue
    /// What events cost, in the order of the file.
    public let unitCosts: [UnitCost]
    /// The price index that costs are uprated with.
    public let deflator: PriceIndex
    /// Bank holidays of England and Wales.
    public let bankHolidays: BankHolidays
    /// What else happened in known months, in the order of the file.
    public let events: [RecordedEvent]

    /// The folder, from the content folder.
    public static let folder = "CourseMaterial/reference"

    /// Reads every table.
    ///
    /// Files: `districts.yaml`, `areas-*.yaml` (one a force), `unit-costs.yaml`, `gdp-deflator.yaml`, `bank-holidays.yaml`, and
    /// if there is one `events.yaml`.
    /// - Throws: ``MaterialFaults`` with every fault of every file: unreadable, unknown key or word, unknown district,
    ///   overlapping claims, successions to areas that do not exist.
    public static func read(from content: ContentFolder) throws(MaterialFaults) -> ReferenceTables {
        let log = FaultLog()
        let tables = read(from: content, into: log)
        try log.throwFaults()
        return tables
    }

    static func read(from content: ContentFolder, into log: FaultLog) -> ReferenceTables {
        var reader = AreaReader(log: log)
        if let root = YAMLDocument.read("\(folder)/districts.yaml", in: content, into: log) {
            reader.readDistricts(root)
        }
        let files = content.names(in: folder).filter { $0.hasPrefix("areas-") && $0.hasSuffix(".yaml") }
        if files.isEmpty {
            log.add("There is no areas-FORCE.yaml here; add one for each police force.", in: folder)
        }
        for file in files {
            if let root = YAMLDocument.read("\(folder)/\(file)", in: content, into: log) { reader.readForce(root) }
        }
        let costs = YAMLDocument.read("\(folder)/unit-costs.yaml", in: content, into: log)
        let prices = YAMLDocument.read("\(folder)/gdp-deflator.yaml", in: content, into: log)
        let days = YAMLDocument.read("\(folder)/bank-holidays.yaml", in: content, into: log)
        let hasEvents = content.names(in: folder).contains("events.yaml")
        let events = hasEvents ? YAMLDocument.read("\(folder)/events.yaml", in: content, into: log) : nil
        return ReferenceTables(
            areas: reader.catalogue(),
            unitCosts: costs.map(UnitCostReader.read) ?? [],
            deflator: prices.flatMap(PriceIndexReader.read)
                ?? PriceIndex(name: "none", years: [], provenance: Provenance(source: "none", toVerify: true)),
            bankHolidays: days.flatMap(BankHolidayReader.read)
                ?? BankHolidays(days: [], provenance: Provenance(source: "none", toVerify: true)),
            events: events.map(EventReader.read) ?? []
        )
    }
}
