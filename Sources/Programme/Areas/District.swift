/// A local authority district (or unitary authority) of England or Wales.
public struct District: Hashable, Sendable {
    /// The ONS (GSS) code: `E06000042`.
    public var code: String
    /// The name as it stands in front of the number in an LSOA's name: `Milton Keynes`.
    public var name: String
    /// When the authority exists. Names of LSOAs keep an abolished district's name until the next census edition.
    public var validity: Validity
    /// The code of the district it became part of, when it was merged.
    public var became: String?
    /// Residents by year, each with its source.
    public var populations: [Population]
    /// Where this is from.
    public var provenance: Provenance

    /// How many people live in a district.
    public struct Population: Hashable, Sendable {
        /// The year the figure is for.
        public var year: Int
        /// Residents, above 0.
        public var residents: Int
        /// Where it is from, and whether it has been checked.
        public var provenance: Provenance

        /// A figure.
        public init(year: Int, residents: Int, provenance: Provenance) {
            self.year = year
            self.residents = residents
            self.provenance = provenance
        }
    }

    /// A district.
    public init(
        code: String,
        name: String,
        validity: Validity = .always,
        became: String? = nil,
        populations: [Population] = [],
        provenance: Provenance
    ) {
        self.code = code
        self.name = name
        self.validity = validity
        self.became = became
        self.populations = populations
        self.provenance = provenance
    }

    /// Whether `text` has the form of a GSS code: a capital letter and eight digits.
    public static func isCode(_ text: some StringProtocol) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count == 9, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[0]) else { return false }
        return bytes.dropFirst().allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
