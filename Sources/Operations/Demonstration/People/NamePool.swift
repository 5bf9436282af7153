/// Names of one language, put together from two lists so that many people differ.
///
/// Every part is in use as a name; whole names are combinations by chance and mean nobody. The texts are in Unicode's
/// NFC, as a certificate prints them.
struct NamePool: Sendable {
    /// How the two parts stand.
    enum Order: Sendable {
        /// Given name, space, family name.
        case givenFirst
        /// Family name, space, given name.
        case familyFirst
        /// Family name and given name without a space.
        case joined
    }

    /// The BCP 47 tag of the names.
    let language: String
    /// How common the names are, in thousandths of all people; rows of one language add up.
    let share: Int
    let order: Order
    let given: [String]
    let family: [String]

    init(_ language: String, _ share: Int, _ order: Order = .givenFirst, given: [String], family: [String]) {
        (self.language, self.share, self.order, self.given, self.family) = (language, share, order, given, family)
    }

    /// How many names can be put together.
    var count: Int { given.count * family.count }

    /// The name of an index from 0 to ``count`` - 1.
    func name(_ index: Int) -> String {
        let (given, family) = (given[index / family.count % given.count], family[index % family.count])
        return switch order {
        case .givenFirst: "\(given) \(family)"
        case .familyFirst: "\(family) \(given)"
        case .joined: family + given
        }
    }

    /// Every pool there is.
    static let all = latin + arabicScript + indian + otherScripts
}
