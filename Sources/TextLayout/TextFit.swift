/// The room for a text and the ways it may give.
public struct TextFit: Hashable, Sendable {
    /// What gives first when a text does not fit on one line at its full size.
    public enum Giving: Hashable, Sendable {
        /// The size, down to the smallest; then lines, as even as can be. For names and titles.
        case sizeThenLines
        /// Lines at the full size; then the size. For running text.
        case linesThenSize
    }

    /// The width of the room in points.
    public var width: Double
    /// The height of the room in points.
    public var height: Double
    /// The full size in points.
    public var size: Double
    /// The smallest size in points that is still good; below it words go only when nothing else helps, to 4.5.
    public var smallest: Double
    /// The distance of two baselines as a multiple of the size.
    public var leading: Double
    /// The largest number of lines, at least 1.
    public var lines: Int
    /// What gives first.
    public var giving: Giving

    /// A room.
    public init(
        width: Double,
        height: Double,
        size: Double,
        smallest: Double,
        leading: Double = 1.3,
        lines: Int = 1,
        giving: Giving = .linesThenSize
    ) {
        self.width = width
        self.height = height
        self.size = size
        self.smallest = smallest
        self.leading = leading
        self.lines = max(1, lines)
        self.giving = giving
    }
}

/// A text set into a room.
public struct FittedText: Hashable, Sendable {
    /// The size in points.
    public let size: Double
    /// The distance of two baselines in points.
    public let leading: Double
    /// The lines from top to bottom.
    public private(set) var lines: [TextLine]
    /// The language of the first letters as a BCP 47 tag: the one asked for, or what the letters betray.
    public let language: String?
    /// Whether a word had to be broken because it is wider than the room.
    public let breaksWords: Bool

    /// The height of the ink from the top of the first line to the bottom of the last, in points.
    public var inkHeight: Double {
        guard let first = lines.first, let last = lines.last else { return 0 }
        return (first.inkTop - last.inkBottom) * size + Double(lines.count - 1) * leading
    }

    /// The text with the same lines otherwise placed.
    public func with(lines: [TextLine]) -> FittedText {
        var text = self
        text.lines = lines
        return text
    }
}
