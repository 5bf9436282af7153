import Programme

/// Reads districts and the areas of forces, then holds them against each other.
struct AreaReader {
    private struct Place {
        let file: String
        let line: Int
        init(_ value: YAMLValue) { (file, line) = (value.file, value.line) }
    }

    private let log: FaultLog
    private var forces: [(force: PoliceForce, at: Place)] = []
    private var districts: [(district: District, at: Place)] = []
    private var areas: [(area: PolicingArea, at: Place, members: [Place])] = []
    private var successions: [(row: AreaSuccession, at: Place)] = []

    init(log: FaultLog) { self.log = log }

    /// Everything read so far; what does not fit together is noted with its line.
    func catalogue() -> AreaCatalogue {
        let catalogue = AreaCatalogue(
            forces: forces.map(\.force),
            districts: districts.map(\.district),
            areas: areas.map(\.area),
            successions: successions.map(\.row)
        )
        for fault in catalogue.faults() {
            let place = place(of: fault.subject)
            log.add(Self.sentence(fault.description), in: place.file, line: place.line)
        }
        return catalogue
    }

    private func place(of subject: AreaFault.Subject) -> Place {
        switch subject {
        case .force(let index): forces[index].at
        case .district(let index): districts[index].at
        case .area(let index, let membership?): areas[index].members[membership]
        case .area(let index, nil): areas[index].at
        case .succession(let index): successions[index].at
        }
    }

    private static func sentence(_ text: String) -> String {
        let closed = [".", "?"].contains(text.last) ? text : "\(text)."
        return closed.prefix(1).uppercased() + closed.dropFirst()
    }

    /// Reads `districts.yaml`.
    mutating func readDistricts(_ root: YAMLValue) {
        guard let top = root.mapping(keys: ProvenanceReader.keys + ["population_source", "districts"]) else { return }
        let provenance = ProvenanceReader(fileLevel: top)
        let figures = ProvenanceReader(
            common: top.optional("population_source")?.text().map { Provenance(source: $0) }
        )
        for entry in top.sequence("districts") {
            let keys = ProvenanceReader.keys + ["code", "name", "from", "to", "became", "population", "populations"]
            guard let mapping = entry.mapping(keys: keys) else { continue }
            let code = mapping.required("code")?.gssCode()
            let name = mapping.text("name")
            let became = mapping.optional("became")?.gssCode()
            let validity = mapping.validity()
            let single = mapping.optional("population").map { [$0] } ?? []
            let populations = (single + mapping.optionalSequence("populations")).compactMap { population($0, figures) }
            let source = provenance.provenance(of: mapping)
            guard let code, let name, let validity else { continue }
            let district = District(
                code: code,
                name: name,
                validity: validity,
                became: became,
                populations: populations,
                provenance: source
            )
            districts.append((district, Place(entry)))
        }
    }

    private func population(_ value: YAMLValue, _ common: ProvenanceReader) -> District.Population? {
        guard let mapping = value.mapping(keys: ProvenanceReader.keys + ["year", "residents"]) else { return nil }
        let year = mapping.integer("year", in: 1801...2200)
        let residents = mapping.integer("residents", in: 1...20_000_000)
        let provenance = common.provenance(of: mapping)
        guard let year, let residents else { return nil }
        return District.Population(year: year, residents: residents, provenance: provenance)
    }

    /// Reads an `areas-FORCE.yaml`.
    mutating func readForce(_ root: YAMLValue) {
        let keys = ProvenanceReader.keys + ["force", "areas", "successions"]
        guard let top = root.mapping(keys: keys) else { return }
        let provenance = ProvenanceReader(fileLevel: top)
        guard let value = top.required("force"), let force = force(value, provenance) else { return }
        forces.append((force, Place(value)))
        for entry in top.sequence("areas") { readArea(entry, of: force.code, provenance) }
        for entry in top.optionalSequence("successions") { readSuccession(entry) }
    }

    private func force(_ value: YAMLValue, _ provenance: ProvenanceReader) -> PoliceForce? {
        let keys = ProvenanceReader.keys + ["code", "name", "official_code", "called"]
        guard let mapping = value.mapping(keys: keys) else { return nil }
        let kinds = mapping.optionalSequence("called").compactMap { entry -> PoliceForce.AreaKind? in
            guard let kind = entry.mapping(keys: ["name", "from", "to"]) else { return nil }
            guard let name = kind.text("name"), let validity = kind.validity() else { return nil }
            return PoliceForce.AreaKind(name: name, validity: validity)
        }
        let code: Slug<PoliceForce>? = mapping.required("code")?.slug()
        let name = mapping.text("name")
        let officialCode = mapping.optional("official_code")?.gssCode()
        let source = provenance.provenance(of: mapping)
        guard let code, let name else { return nil }
        return PoliceForce(
            code: code,
            name: name,
            officialCode: officialCode,
            areaKinds: kinds,
            provenance: source
        )
    }

    private mutating func readArea(_ entry: YAMLValue, of force: Slug<PoliceForce>, _ common: ProvenanceReader) {
        let keys = ProvenanceReader.keys + ["code", "name", "from", "to", "made_of", "made_of_dated"]
        guard let mapping = entry.mapping(keys: keys) else { return }
        let code: Slug<PolicingArea>? = mapping.required("code")?.slug()
        let name = mapping.text("name")
        let validity = mapping.validity()
        let always = mapping.optionalSequence("made_of"), dated = mapping.optionalSequence("made_of_dated")
        let members =
            always.compactMap { part in
                part.text().map { (PolicingArea.Membership(AreaMember(reading: $0)), Place(part)) }
            } + dated.compactMap { part in part.datedMembership().map { ($0, Place(part)) } }
        let provenance = common.provenance(of: mapping)
        guard let code, let name, let validity, members.count == always.count + dated.count else { return }
        let area = PolicingArea(
            code: code,
            name: name,
            force: force,
            validity: validity,
            members: members.map(\.0),
            provenance: provenance
        )
        areas.append((area, Place(entry), members.map(\.1)))
    }

    private mutating func readSuccession(_ entry: YAMLValue) {
        guard let mapping = entry.mapping(keys: ["from", "to", "on", "by"]) else { return }
        let from: Slug<PolicingArea>? = mapping.required("from")?.slug()
        let to: Slug<PolicingArea>? = mapping.required("to")?.slug()
        let day = mapping.required("on")?.date()
        let by = mapping.optionalTexts("by").map(AreaMember.init(reading:))
        guard let from, let to, let day else { return }
        successions.append((AreaSuccession(from: from, to: to, on: day, by: by), Place(entry)))
    }
}
