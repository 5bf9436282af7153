/// How a certificate looks: a page, and boxes with text, lines and ornaments on it.
///
/// Lengths on the page are millimetres from its left and upper edge; sizes of type are points.
public struct CertificateDesign: Hashable, Sendable {
    /// The name used on the command line: the name of the design's folder.
    public var name: String
    /// One sentence for people who choose a design.
    public var summary: String
    /// The language of the fixed words, as a BCP 47 tag.
    public var language: String
    /// The page's width in millimetres.
    public var width: Double
    /// The page's height in millimetres.
    public var height: Double
    /// The title a reader shows in its window and a screen reader announces first.
    public var title: DesignText
    /// What is on the page, in reading order.
    public var contents: [DesignContent]

    /// A design.
    public init(
        name: String,
        summary: String,
        language: String,
        width: Double,
        height: Double,
        title: DesignText,
        contents: [DesignContent]
    ) {
        self.name = name
        self.summary = summary
        self.language = language
        self.width = width
        self.height = height
        self.title = title
        self.contents = contents
    }
}

extension CertificateDesign {
    /// What certificates must say for the pictures of the design to be shown, in order.
    public var conditions: [DesignImage.Condition] {
        contents.flatMap { content in
            guard case .image(let image) = content else { return [DesignImage.Condition]() }
            return image.conditions
        }
    }
}

/// One thing on the page of a design.
public enum DesignContent: Hashable, Sendable {
    /// Words: a heading, a paragraph or a list.
    case text(DesignTextBox)
    /// A drawing without meaning: frame, corner, rule.
    case drawing(DesignDrawing)
    /// A picture of pixels: a logo, a signature.
    case image(DesignImage)
    /// The QR code with the verify address.
    case code(DesignCode)
}

/// A rectangle on the page, in millimetres from the left and upper edge.
public struct DesignBox: Hashable, Sendable {
    /// Distance of the left side from the page's left edge.
    public var x: Double
    /// Distance of the upper side from the page's upper edge.
    public var y: Double
    /// Width.
    public var width: Double
    /// Height.
    public var height: Double

    /// A rectangle.
    public init(x: Double, y: Double, width: Double, height: Double) {
        (self.x, self.y, self.width, self.height) = (x, y, width, height)
    }
}

/// A box of words.
public struct DesignTextBox: Hashable, Sendable {
    /// What the words are to somebody who cannot see the page.
    public enum Role: Hashable, Sendable {
        /// A heading of level 1 to 6.
        case heading(Int)
        /// A paragraph.
        case paragraph
        /// A list; the text is the outcomes alone, an item each.
        case list
    }

    /// Where the words stand.
    public var box: DesignBox
    /// The words, with fields: the first text of which every field is known; the box stays empty when there is none.
    public var texts: [DesignText]
    /// A field that must be known too, or the box stays empty: for words that introduce it.
    public var needs: CertificateField?
    /// How they look.
    public var style: DesignStyle
    /// What they are.
    public var role: Role
    /// Their language as a BCP 47 tag; nil for the design's own.
    public var language: String?
    /// The number of columns a list is set in, filled one after the other.
    public var columns: Int
    /// Whether the words lead to the verify address when touched.
    public var linksToVerification: Bool

    /// A box of words.
    public init(
        box: DesignBox,
        texts: [DesignText],
        needs: CertificateField? = nil,
        style: DesignStyle,
        role: Role = .paragraph,
        language: String? = nil,
        columns: Int = 1,
        linksToVerification: Bool = false
    ) {
        self.box = box
        self.texts = texts
        self.needs = needs
        self.style = style
        self.role = role
        self.language = language
        self.columns = columns
        self.linksToVerification = linksToVerification
    }
}

/// A place for the QR code: a square, quiet zone included.
public struct DesignCode: Hashable, Sendable {
    /// Distance of the left side from the page's left edge, in millimetres.
    public var x: Double
    /// Distance of the upper side from the page's upper edge, in millimetres.
    public var y: Double
    /// Length of a side in millimetres.
    public var side: Double
    /// The colour of the dark modules.
    public var colour: DesignColour

    /// A place for the QR code.
    public init(x: Double, y: Double, side: Double, colour: DesignColour) {
        (self.x, self.y, self.side, self.colour) = (x, y, side, colour)
    }

    /// The square.
    public var box: DesignBox { DesignBox(x: x, y: y, width: side, height: side) }
}
