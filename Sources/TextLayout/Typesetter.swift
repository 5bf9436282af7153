import CHarfBuzz

/// Sets text in type: direction, script, language, face, shape, and a size and lines that fit a room.
///
/// A value to be made once and shared; it holds no state that changes.
public struct Typesetter: Sendable {
    /// The faces.
    public let catalogue: FontCatalogue

    /// A typesetter with these faces.
    public init(catalogue: FontCatalogue) { self.catalogue = catalogue }

    /// Sets a text on one line as wide as it comes.
    ///
    /// `text` is expected clean and in NFC (``CleanText``); `kind` is the kind of face; `language` a BCP 47 tag, nil when
    /// not known; `features` OpenType features to switch on; `tracking` extra space after letters, in ems.
    /// - Throws: ``TextRefusal/uncovered(_:cluster:)`` for a character that no face draws.
    public func line(
        _ text: String,
        kind: String,
        language: String? = nil,
        features: [String] = [],
        tracking: Double = 0
    ) throws(TextRefusal) -> TextLine {
        let paragraph = try Paragraph(text, kind: kind, language: language, catalogue: catalogue)
        return try paragraph.line(
            0..<paragraph.units.count,
            catalogue: catalogue,
            features: Self.features(features),
            tracking: tracking
        )
    }

    /// Sets a text into a room; a cluster is never cut, a word only when it alone is too wide.
    ///
    /// The parameters are those of ``line(_:kind:language:features:tracking:)``; `direction` is that of the paragraph, and parts
    /// of `text` may be isolated from it (``Swift/String/isolated``).
    /// - Throws: ``TextRefusal/uncovered(_:cluster:)``, or ``TextRefusal/tooWide(_:)`` when nothing fits.
    public func fit(
        _ text: String,
        into room: TextFit,
        kind: String,
        language: String? = nil,
        direction: TextDirection = .ofFirstLetter,
        features: [String] = [],
        tracking: Double = 0
    ) throws(TextRefusal) -> FittedText {
        let paragraph = try Paragraph(
            text,
            kind: kind,
            language: language,
            direction: direction,
            catalogue: catalogue
        )
        let fitting = Fitting(
            paragraph: paragraph,
            room: room,
            catalogue: catalogue,
            features: Self.features(features),
            tracking: tracking,
            language: language
        )
        return try fitting.fitted()
    }

    private static func features(_ names: [String]) -> [hb_feature_t] {
        names.compactMap { name in
            var feature = hb_feature_t()
            return hb_feature_from_string(name, -1, &feature) != 0 ? feature : nil
        }
    }
}
