/// The district of an LSOA, as a look-up of the ONS gives it.
public struct LSOADistrict: Hashable, Sendable {
    /// The LSOA's code.
    public var lsoa: String
    /// The LSOA's name; empty when the look-up gives none.
    public var lsoaName: String
    /// The district's code.
    public var district: String
    /// The district's name.
    public var districtName: String

    /// A row of a look-up.
    public init(lsoa: String, lsoaName: String, district: String, districtName: String) {
        (self.lsoa, self.lsoaName) = (lsoa, lsoaName)
        (self.district, self.districtName) = (district, districtName)
    }
}

/// An LSOA of 2011 and one of 2021 that took its place, or a part of it.
public struct LSOASuccession: Hashable, Sendable {
    /// How the borders changed.
    public enum Change: String, Hashable, Sendable {
        /// The same place under the same code.
        case unchanged = "U"
        /// Several took its place.
        case split = "S"
        /// It went into one with others.
        case merged = "M"
        /// Anything else: the borders cross.
        case complex = "X"
    }

    /// The code of 2011.
    public var older: String
    /// The code of 2021.
    public var newer: String
    /// How the borders changed; nil when the look-up does not say, as a best-fit one.
    public var change: Change?

    /// A succession.
    public init(older: String, newer: String, change: Change?) {
        (self.older, self.newer, self.change) = (older, newer, change)
    }
}

/// The community safety partnership and the police force area of a district.
public struct DistrictPartnership: Hashable, Sendable {
    /// The district's code.
    public var district: String
    /// The district's name.
    public var districtName: String
    /// The partnership's code (E22…).
    public var partnership: String
    /// The partnership's name.
    public var partnershipName: String
    /// The police force area's code (E23…).
    public var force: String
    /// The police force area's name.
    public var forceName: String

    /// A row of a look-up.
    public init(
        district: String,
        districtName: String,
        partnership: String,
        partnershipName: String,
        force: String,
        forceName: String
    ) {
        (self.district, self.districtName) = (district, districtName)
        (self.partnership, self.partnershipName) = (partnership, partnershipName)
        (self.force, self.forceName) = (force, forceName)
    }
}

/// How many people live in an LSOA or a district at the middle of a year.
public struct PlacePopulation: Hashable, Sendable {
    /// The place's code.
    public var place: String
    /// The year.
    public var year: Int
    /// Residents on 30 June, 0 or more.
    public var residents: Int

    /// An estimate.
    public init(place: String, year: Int, residents: Int) {
        (self.place, self.year, self.residents) = (place, year, residents)
    }
}
