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
        guard let space = name.utf8.lastIndex(of: UInt8(ascii: " ")) else { return name }
        let number = Array(name.utf8[name.utf8.index(after: space)...])
        guard number.count == 4, number.prefix(3).allSatisfy({ (0x30...0x39).contains($0) }),
            (0x41...0x5A).contains(number[3])
        else { return name }
        return String(name[..<space])
    }

    /// By code.
    public static func < (left: Self, right: Self) -> Bool { (left.code, left.name) < (right.code, right.name) }
}
