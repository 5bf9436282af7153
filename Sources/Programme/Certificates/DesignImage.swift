/// A picture on the page: a logo, a signature.
public struct DesignImage: Hashable, Sendable {
    /// The picture.
    public var picture: Picture
    /// The rectangle it fills.
    public var box: DesignBox
    /// What it shows, for people who cannot see it; nil for an ornament, which a screen reader passes over.
    public var alternative: String?
    /// The language of ``alternative`` as a BCP 47 tag; nil for the design's own.
    public var language: String?
    /// A field that must be known, or the picture is left out.
    public var needs: CertificateField?
    /// What the certificate must say for the picture to be shown: a signature stands above its trainer's name alone.
    public var conditions: [Condition]

    /// That a field has a value, or a list of names holds it.
    public struct Condition: Hashable, Sendable {
        /// The fields that can be asked for.
        public static let fields: [CertificateField] = [.course, .code, .trainers, .venue, .area, .provider]

        /// The field, one of ``fields``.
        public var field: CertificateField
        /// The value, compared letter by letter.
        public var value: String

        /// A condition.
        public init(field: CertificateField, value: String) { (self.field, self.value) = (field, value) }

        /// Changes facts so that they fulfil it, for a preview that shows the picture.
        public func fulfil(in facts: inout CertificateFacts) {
            switch field {
            case .course: facts.course = value
            case .code: facts.courseCode = value
            case .trainers: if !facts.trainers.contains(value) { facts.trainers.append(value) }
            case .venue: facts.venue = value
            case .area: facts.area = value
            case .provider: facts.provider = value
            default: break
            }
        }

        /// Whether a certificate fulfils it.
        public func holds(for facts: CertificateFacts) -> Bool {
            switch field {
            case .course: facts.course == value
            case .code: facts.courseCode == value
            case .trainers: facts.trainers.contains(value)
            case .venue: facts.venue == value
            case .area: facts.area == value
            case .provider: facts.provider == value
            default: false
            }
        }
    }

    /// A picture on the page.
    public init(
        picture: Picture,
        box: DesignBox,
        alternative: String? = nil,
        language: String? = nil,
        needs: CertificateField? = nil,
        conditions: [Condition] = []
    ) {
        self.picture = picture
        self.box = box
        self.alternative = alternative
        self.language = language
        self.needs = needs
        self.conditions = conditions
    }
}

extension DesignBox {
    /// The largest rectangle of a picture's proportions inside this one, placed as words would be.
    public func fitting(
        _ picture: Picture,
        alignment: DesignStyle.Alignment,
        placement: DesignStyle.Placement
    ) -> DesignBox {
        let scale = min(width / Double(picture.width), height / Double(picture.height))
        let size = (width: Double(picture.width) * scale, height: Double(picture.height) * scale)
        let right = width - size.width
        let below = height - size.height
        let shift = (
            x: alignment == .left ? 0 : alignment == .right ? right : right / 2,
            y: placement == .top ? 0 : placement == .bottom ? below : below / 2
        )
        return DesignBox(x: x + shift.x, y: y + shift.y, width: size.width, height: size.height)
    }
}
