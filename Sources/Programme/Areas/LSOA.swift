/// A lower layer super output area: about 1,500 people, the smallest place police.uk allocates a row to.
public struct LSOA: Hashable, Sendable, Comparable {
    /// The ONS code: `E01016707`.
    public var code: String
    /// The name: the district and a number, `Milton Keynes 017B`.
    public var name: String

    /// An LSOA as a source names it.
    public init(code: String, name: String) { (self.code, self.name) = (code, name) }

    /// The district's name in front of the number; the whole name when there is no number.
    public var districtName: String { Self.districtName(in: name) }

    /// What stands in front of the number (three digits and a letter) in an LSOA's name.
    public static func districtName(in name: String) -> String {
        isNumbered(name.utf8) ? String(decoding: name.utf8.dropLast(5), as: UTF8.self) : name
    }

    /// Whether a name ends in a space, three digits and a capital letter.
    static func isNumbered(_ name: some BidirectionalCollection<UInt8>) -> Bool {
        let number = name.suffix(5)
        guard number.count == 5, number.first == UInt8(ascii: " "), let last = number.last else { return false }
        return (0x41...0x5A).contains(last) && number.dropFirst().prefix(3).allSatisfy { (0x30...0x39).contains($0) }
    }

    /// By code.
    public static func < (left: Self, right: Self) -> Bool { (left.code, left.name) < (right.code, right.name) }
}
