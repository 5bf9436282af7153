/// A short lasting name of one thing of a kind, as used in addresses and files: `milton-keynes`.
public struct Slug<Entity>: RawRepresentable, Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Small letters a to z and digits, in words joined by single hyphens; 1 to 64 characters.
    public let rawValue: String

    /// Takes a slug as written in a file; nil when it is not one.
    public init?(rawValue: String) {
        guard (1...64).contains(rawValue.utf8.count), Slug.isWellFormed(rawValue) else { return nil }
        self.rawValue = rawValue
    }

    /// Derives a slug from a name: `Chiltern & South Bucks` becomes `chiltern-and-south-bucks`.
    ///
    /// Nil when the name has no letter from A to Z and no digit.
    public init?(naming name: some StringProtocol) {
        var words: [String] = [""]
        for scalar in name.lowercased().unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9": words[words.count - 1].unicodeScalars.append(scalar)
            case "&": words += ["and", ""]
            case "'", "\u{2019}": continue
            default: words.append("")
            }
        }
        self.init(rawValue: words.filter { !$0.isEmpty }.joined(separator: "-"))
    }

    /// The slug itself.
    public var description: String { rawValue }

    /// In alphabetical order.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    private static func isWellFormed(_ text: String) -> Bool {
        var previous: Unicode.Scalar = "-"
        for scalar in text.unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9": break
            case "-" where previous != "-": break
            default: return false
            }
            previous = scalar
        }
        return previous != "-"
    }
}

extension Slug: Codable {
    /// Reads the bare text.
    public init(from decoder: any Decoder) throws {
        let text = try String(from: decoder)
        guard let slug = Slug(rawValue: text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "\"\(text)\" is not a slug like milton-keynes")
            )
        }
        self = slug
    }
    /// Writes the bare text.
    public func encode(to encoder: any Encoder) throws { try rawValue.encode(to: encoder) }
}
