/// Words of a design with fields in braces, for example `held in {area} on {dates}`.
public struct DesignText: Hashable, Sendable {
    /// A stretch of fixed words or one field.
    public enum Piece: Hashable, Sendable {
        /// Fixed words.
        case words(String)
        /// What the certificate's facts say.
        case field(CertificateField)
    }

    /// Why a text cannot be read.
    public enum Invalid: Error, Hashable, Sendable {
        /// A field that does not exist.
        case unknownField(String)
        /// A brace without its partner.
        case unpairedBrace
    }

    /// The pieces in order.
    public let pieces: [Piece]

    /// Reads words with fields in braces.
    public init(_ text: String) throws(Invalid) {
        var pieces: [Piece] = []
        var rest = text[...]
        while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            guard rest[brace] == "{", let end = rest[brace...].firstIndex(of: "}") else { throw .unpairedBrace }
            if brace > rest.startIndex { pieces.append(.words(String(rest[..<brace]))) }
            let name = rest[rest.index(after: brace)..<end]
            guard let field = CertificateField(rawValue: String(name)) else { throw .unknownField(String(name)) }
            pieces.append(.field(field))
            rest = rest[rest.index(after: end)...]
        }
        if !rest.isEmpty { pieces.append(.words(String(rest))) }
        self.pieces = pieces
    }

    /// The fields that occur.
    public var fields: Set<CertificateField> {
        var found: Set<CertificateField> = []
        for case .field(let field) in pieces { found.insert(field) }
        return found
    }

    /// Whether the text differs from person to person within one course.
    public var isPersonal: Bool { !fields.isDisjoint(with: [.name, .number, .reissue, .address]) }
}

/// What a design may show of a certificate's facts.
public enum CertificateField: String, Hashable, Sendable, CaseIterable {
    /// The person's name; stands alone in its box.
    case name
    /// The title of the course.
    case course
    /// The course's code.
    case code
    /// The version of the course's material.
    case version
    /// The day or days, in words of the box's language.
    case dates
    /// The contact time, in words of the box's language.
    case hours
    /// What the course taught; stands alone in a list.
    case outcomes
    /// The trainers' names.
    case trainers
    /// Where the course was held.
    case venue
    /// The local policing area.
    case area
    /// The organisation that gave the course.
    case provider
    /// The certificate's number.
    case number
    /// Which version of the certificate this is, when it is not the first.
    case reissue
    /// The day of issue.
    case issued
    /// The day by which to take the course again.
    case refresh
    /// The verify address, without `https://`.
    case address
    /// The part of the verify address that is the same for every certificate: where a number can be typed.
    case site
}
