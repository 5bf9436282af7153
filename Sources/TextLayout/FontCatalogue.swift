import Synchronization

/// The open faces and the choice among them.
public struct FontCatalogue: Sendable {
    /// The faces; a face is known by its position.
    public let faces: [FontFace]
    private let choices: FontChoices

    /// A catalogue.
    ///
    /// `candidates` tells which faces to try for a kind of face, a script (ISO 15924) and a language (BCP 47), the best
    /// first; it must always answer the same and is not asked again for each run of letters.
    public init(
        faces: [FontFace],
        candidates: @escaping @Sendable (_ kind: String, _ script: String, _ language: String?) -> [Int]
    ) {
        self.faces = faces
        choices = FontChoices { candidates($0.kind, $0.script, $0.language).filter(faces.indices.contains) }
    }

    func candidates(kind: String, script: String, language: String?) -> [Int] {
        choices.faces(for: FontChoices.Question(kind: kind, script: script, language: language))
    }
}

/// The answers of a catalogue's choice so far, shared by all threads.
private final class FontChoices: Sendable {
    struct Question: Hashable {
        var kind: String
        var script: String
        var language: String?
    }

    private let choice: @Sendable (Question) -> [Int]
    private let known = Mutex<[Question: [Int]]>([:])

    /// Answers kept at a time; languages come from people, who may write anything there.
    private static let kept = 1024

    init(_ choice: @escaping @Sendable (Question) -> [Int]) { self.choice = choice }

    func faces(for question: Question) -> [Int] {
        if let known = known.withLock({ $0[question] }) { return known }
        let faces = choice(question)
        known.withLock { known in
            if known.count >= Self.kept { known.removeAll(keepingCapacity: true) }
            known[question] = faces
        }
        return faces
    }
}
