extension CertificateNumber {
    /// Why a text is not a certificate number.
    public enum Invalid: Refusal, Hashable {
        /// There are not thirteen characters after `CG-`.
        case wrongLength(String)
        /// A character that no number contains.
        case unknownCharacter(Character)
        /// The check character does not fit the others, so at least one of them is wrong.
        case checkFailed(String)

        /// What is wrong and what to do.
        public var description: String {
            switch self {
            case .wrongLength(let text):
                "\"\(text)\" is not a certificate number: it has CG- and thirteen characters, like "
                    + "CG-7K3M-9QXA-B2C4-H. Type it as printed under the QR code."
            case .unknownCharacter(let character):
                "A certificate number has no \"\(character)\": it is made of digits and letters. "
                    + "Type it as printed under the QR code."
            case .checkFailed(let text):
                "The certificate number \"\(text)\" has a slip in it: its last character does not fit the others. "
                    + "Compare it with the one printed under the QR code."
            }
        }
    }

    /// Reads a number as people type it: case, spaces and hyphens do not matter, `CG-` may be missing, O is 0, I and L are 1.
    public init(_ text: some StringProtocol) throws(Invalid) {
        var values: [UInt64] = []
        var characters = text.unicodeScalars.filter { !Self.isSeparator($0) }[...]
        if characters.count == 15, characters.prefix(2).elementsEqual(["C", "G"], by: { Self.upperCase($0) == $1 }) {
            characters = characters.dropFirst(2)
        }
        guard characters.count == 13, let check = characters.last else { throw .wrongLength(String(text.prefix(60))) }
        for scalar in characters.dropLast() {
            guard let value = Self.value(of: scalar), value < 32 else { throw .unknownCharacter(Character(scalar)) }
            values.append(value)
        }
        guard let expected = Self.value(of: check) else { throw .unknownCharacter(Character(check)) }
        let value = values.reduce(0) { $0 << 5 | $1 }
        guard value % 37 == expected else { throw .checkFailed(String(text.prefix(60))) }
        self.init(unchecked: value)
    }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar.properties.generalCategory == .dashPunctuation
            || scalar == "\u{2212}" || scalar.properties.isDefaultIgnorableCodePoint
    }

    private static func upperCase(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        ("a"..."z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) - 32) : scalar
    }

    private static func value(of scalar: Unicode.Scalar) -> UInt64? {
        switch upperCase(scalar) {
        case "O": 0
        case "I", "L": 1
        case let other: symbols.firstIndex(of: other).map(UInt64.init)
        }
    }
}

extension CertificateNumber: Codable {
    /// Reads the printed form.
    public init(from decoder: any Decoder) throws {
        let text = try String(from: decoder)
        do { try self.init(text) } catch {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: error.description)
            )
        }
    }

    /// Writes the printed form.
    public func encode(to encoder: any Encoder) throws { try description.encode(to: encoder) }
}
