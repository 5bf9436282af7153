import Programme

extension YAMLValue {
    /// A code of the Office for National Statistics: a capital letter and eight digits.
    func gssCode() -> String? {
        read("an ONS code like E06000042") { District.isCode($0) ? $0 : nil }
    }

    /// A code of small letters, digits and single hyphens.
    func slug<Entity>() -> Slug<Entity>? {
        read("a code of small letters, digits and single hyphens, like milton-keynes,") { Slug(rawValue: $0) }
    }

    /// A district or LSOA that belongs to an area for a time.
    func datedMembership() -> PolicingArea.Membership? {
        guard let mapping = mapping(keys: ["district", "lsoa", "from", "to"]) else { return nil }
        guard let validity = mapping.validity() else { return nil }
        switch (mapping.optional("district"), mapping.optional("lsoa")) {
        case (let district?, nil): return district.text().map { .init(.district($0), validity) }
        case (nil, let lsoa?): return lsoa.gssCode().map { .init(.lsoa($0), validity) }
        default:
            fault("\(name) needs either \"district\" or \"lsoa\", and not both.")
            return nil
        }
    }
}

extension YAMLMapping {
    /// The days between `from` and `to`, both included, each of which may be left out.
    func validity() -> Validity? {
        let values = (optional("from"), optional("to"))
        let from = values.0?.date(), to = values.1?.date()
        if (values.0 != nil && from == nil) || (values.1 != nil && to == nil) { return nil }
        guard let validity = Validity(from: from, to: to) else {
            values.1?.fault("\(owner.name) ends before it begins: \"to\" must not be earlier than \"from\".")
            return nil
        }
        return validity
    }
}

extension AreaMember {
    /// Takes an ONS code for an LSOA and anything else for the name of a district.
    init(reading text: String) { self = District.isCode(text) ? .lsoa(text) : .district(text) }
}
