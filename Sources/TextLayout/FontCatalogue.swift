/// The open faces and the choice among them.
public struct FontCatalogue: Sendable {
    /// The faces; a face is known by its position.
    public let faces: [FontFace]
    private let choice: @Sendable (_ kind: String, _ script: String, _ language: String?) -> [Int]

    /// A catalogue.
    ///
    /// `candidates` tells which faces to try for a kind of face, a script (ISO 15924) and a language (BCP 47), the best
    /// first; it is called once for every run of letters and must always answer the same.
    public init(
        faces: [FontFace],
        candidates: @escaping @Sendable (_ kind: String, _ script: String, _ language: String?) -> [Int]
    ) {
        self.faces = faces
        choice = candidates
    }

    func candidates(kind: String, script: String, language: String?) -> [Int] {
        choice(kind, script, language).filter(faces.indices.contains)
    }
}
