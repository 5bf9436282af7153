/// A name that the certificate's fonts can draw, and what was done to it.
public struct PrintableName: Hashable, Sendable {
    /// The name exactly as given.
    public let given: String
    /// The name as it will be printed.
    public let text: String
    /// The code points that were taken out, as `U+200B`, in order; empty for nearly everybody.
    public let stripped: [String]
    /// Whether a letter carries more marks than any language uses, so that somebody should look.
    public let hasTooManyMarks: Bool
    /// The language the name is set in, as a BCP 47 tag; nil when nothing depends on it.
    public let language: String?
    /// Whether the name had to be broken inside a word to fit.
    public let breaksWords: Bool
}
