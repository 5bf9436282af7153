/// A font and its name among a page's resources.
public struct PageFont: Sendable {
    /// The name, for example `F1`.
    public let name: String
    /// The font.
    public var font: EmbeddedFont

    /// A font under a name.
    public init(name: String, font: EmbeddedFont) { (self.name, self.font) = (name, font) }
}
