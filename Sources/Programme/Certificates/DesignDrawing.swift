/// A drawing made of paths, placed on the page; it says nothing, so a screen reader passes over it.
public struct DesignDrawing: Hashable, Sendable {
    /// One path with its paint.
    public struct Stroke: Hashable, Sendable {
        /// The path's steps.
        public var path: [DesignPathStep]
        /// The colour inside, none when nil.
        public var fill: DesignColour?
        /// The colour of the line, none when nil.
        public var line: DesignColour?
        /// The width of the line, in the drawing's units.
        public var lineWidth: Double
        /// The lengths of a dash and of the gap after it, in the drawing's units; nil for an unbroken line.
        public var dash: Dash?

        /// A painted path.
        public init(
            path: [DesignPathStep],
            fill: DesignColour? = nil,
            line: DesignColour? = nil,
            lineWidth: Double = 0,
            dash: Dash? = nil
        ) {
            (self.path, self.fill, self.line, self.lineWidth, self.dash) = (path, fill, line, lineWidth, dash)
        }
    }

    /// A line of dashes.
    public struct Dash: Hashable, Sendable {
        /// The length of a dash.
        public var length: Double
        /// The length of the gap after it.
        public var gap: Double

        /// A line of dashes.
        public init(length: Double, gap: Double) { (self.length, self.gap) = (length, gap) }
    }

    /// One place the drawing stands in: its box, and whether it is turned over.
    public struct Place: Hashable, Sendable {
        /// The box the drawing's area fills.
        public var box: DesignBox
        /// Left and right exchanged.
        public var flippedAcross: Bool
        /// Top and bottom exchanged.
        public var flippedDown: Bool

        /// A place.
        public init(box: DesignBox, flippedAcross: Bool = false, flippedDown: Bool = false) {
            (self.box, self.flippedAcross, self.flippedDown) = (box, flippedAcross, flippedDown)
        }
    }

    /// The width of the drawing's area in its own units.
    public var width: Double
    /// The height of the drawing's area in its own units; y grows downwards.
    public var height: Double
    /// The painted paths, the first lowest.
    public var strokes: [Stroke]
    /// Where it stands, at least once.
    public var places: [Place]

    /// A drawing.
    public init(width: Double, height: Double, strokes: [Stroke], places: [Place]) {
        (self.width, self.height, self.strokes, self.places) = (width, height, strokes, places)
    }
}

/// A step of a path, in absolute units with y downwards.
public enum DesignPathStep: Hashable, Sendable {
    /// Begins a new part.
    case move(x: Double, y: Double)
    /// A straight line.
    case line(x: Double, y: Double)
    /// A cubic Bézier curve with its two control points.
    case curve(x1: Double, y1: Double, x2: Double, y2: Double, x: Double, y: Double)
    /// Back to the beginning of the part.
    case close
}
