/// What a row of police.uk is about. "Anti-social behaviour" is an incident, not a crime, and is never added to crimes.
///
/// Source: data.police.uk, categories of the street-level files; the raw value is the slug of its programming interface.
public enum CrimeCategory: String, CaseIterable, Hashable, Sendable, Codable {
    /// Personal, environmental and nuisance incidents, merged by the publisher.
    case antiSocialBehaviour = "anti-social-behaviour"
    /// Bicycle theft.
    case bicycleTheft = "bicycle-theft"
    /// Burglary.
    case burglary
    /// Criminal damage and arson.
    case criminalDamageAndArson = "criminal-damage-arson"
    /// Drugs.
    case drugs
    /// Other crime.
    case otherCrime = "other-crime"
    /// Other theft.
    case otherTheft = "other-theft"
    /// Possession of weapons.
    case possessionOfWeapons = "possession-of-weapons"
    /// Public order.
    case publicOrder = "public-order"
    /// Robbery.
    case robbery
    /// Shoplifting.
    case shoplifting
    /// Theft from the person.
    case theftFromThePerson = "theft-from-the-person"
    /// Vehicle crime.
    case vehicleCrime = "vehicle-crime"
    /// Violence and sexual offences.
    case violenceAndSexualOffences = "violent-crime"
    /// "Violent crime", in files up to 2013.
    case violentCrimeUntil2013 = "violent-crime-until-2013"
    /// "Public disorder and weapons", in files up to 2013.
    case publicDisorderAndWeaponsUntil2013 = "public-disorder-weapons"

    /// The words in the "Crime type" column.
    public var publishedName: String {
        switch self {
        case .antiSocialBehaviour: "Anti-social behaviour"
        case .bicycleTheft: "Bicycle theft"
        case .burglary: "Burglary"
        case .criminalDamageAndArson: "Criminal damage and arson"
        case .drugs: "Drugs"
        case .otherCrime: "Other crime"
        case .otherTheft: "Other theft"
        case .possessionOfWeapons: "Possession of weapons"
        case .publicOrder: "Public order"
        case .robbery: "Robbery"
        case .shoplifting: "Shoplifting"
        case .theftFromThePerson: "Theft from the person"
        case .vehicleCrime: "Vehicle crime"
        case .violenceAndSexualOffences: "Violence and sexual offences"
        case .violentCrimeUntil2013: "Violent crime"
        case .publicDisorderAndWeaponsUntil2013: "Public disorder and weapons"
        }
    }
}
