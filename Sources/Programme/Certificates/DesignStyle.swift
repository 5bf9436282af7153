/// How words look.
public struct DesignStyle: Hashable, Sendable {
    /// Where lines stand between the sides of their box.
    public enum Alignment: String, Hashable, Sendable, CaseIterable { case left, centre, right }
    /// Where the lines stand between the upper and the lower side of their box.
    public enum Placement: String, Hashable, Sendable, CaseIterable { case top, middle, bottom }

    /// The kind of face asked of the font table: `text`, `italic`, `display`, `name` or another the table knows.
    public var face: String
    /// The size in points.
    public var size: Double
    /// The size in points down to which words that do not fit shrink; below it only when nothing else helps, to 4.5.
    public var smallest: Double
    /// Distance of two baselines as a multiple of the size.
    public var leading: Double
    /// The colour.
    public var colour: DesignColour
    /// Left, centre or right.
    public var alignment: Alignment
    /// Top, middle or bottom.
    public var placement: Placement
    /// Extra space after each letter as a fraction of the size; left out where letters join.
    public var tracking: Double
    /// OpenType features to switch on, four letters each, for instance `smcp`.
    public var features: [String]
    /// The largest number of lines.
    public var lines: Int

    /// A style; black, centred, on one line unless said otherwise.
    public init(
        face: String,
        size: Double,
        smallest: Double? = nil,
        leading: Double = 1.3,
        colour: DesignColour = .black,
        alignment: Alignment = .centre,
        placement: Placement = .middle,
        tracking: Double = 0,
        features: [String] = [],
        lines: Int = 1
    ) {
        self.face = face
        self.size = size
        self.smallest = smallest ?? size
        self.leading = leading
        self.colour = colour
        self.alignment = alignment
        self.placement = placement
        self.tracking = tracking
        self.features = features
        self.lines = lines
    }
}

/// A colour in sRGB.
public struct DesignColour: Hashable, Sendable {
    /// The red part, 0 to 255.
    public let red: UInt8
    /// The green part, 0 to 255.
    public let green: UInt8
    /// The blue part, 0 to 255.
    public let blue: UInt8

    /// Black.
    public static let black = DesignColour(red: 0, green: 0, blue: 0)

    /// A colour from its parts.
    public init(red: UInt8, green: UInt8, blue: UInt8) { (self.red, self.green, self.blue) = (red, green, blue) }

    /// Reads `#RRGGBB`; nil for anything else.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count == 7, text.first == "#", let value = UInt32(text.dropFirst(), radix: 16),
            text.dropFirst().first != "+"
        else { return nil }
        self.init(red: UInt8(value >> 16 & 255), green: UInt8(value >> 8 & 255), blue: UInt8(value & 255))
    }
}
