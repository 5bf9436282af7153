import Crypto
public import Programme
import Synchronization
import TextLayout

/// Makes certificates of one design; compiled once, then shared by every thread.
///
/// What the certificates of one course have in common is laid out and compressed at the first of them and kept.
public final class CertificatePress: Sendable {
    /// The design.
    public let design: CertificateDesign
    let painter: TextPainter
    private let deflaters = Deflaters()
    private let editions = Mutex<[EditionKey: Edition]>([:])
    /// The SHA-256 of font files read so far, by path.
    let fingerprints = Mutex<[String: String]>([:])

    /// Editions kept at a time; a batch rarely mixes more courses.
    private static let editionsKept = 64

    /// Opens the fonts.
    ///
    /// - Throws: ``CertificateRefusal/font(_:)`` naming the first font file that cannot be used.
    public init(design: CertificateDesign, fonts: FontTable) throws(CertificateRefusal) {
        self.design = design
        let typesetter = Typesetter(catalogue: try fonts.opened())
        painter = TextPainter(
            typesetter: typesetter,
            faces: typesetter.catalogue.faces.map(PrintFace.init),
            pageHeight: design.height * TextPainter.millimetre
        )
    }

    /// The certificate as a PDF file that is PDF/A-2a and PDF/UA-1.
    ///
    /// With a seal the file carries the facts as signed in its metadata (``SealedFacts``). The bytes depend on the facts, the
    /// design, the fonts and the seal alone.
    /// - Throws: ``CertificateRefusal``; nothing has been written then.
    /// - Complexity: the first certificate of a course costs several milliseconds, each further one a fraction of one.
    public func certificate(
        for facts: CertificateFacts,
        seal: SealedFacts? = nil
    ) throws(CertificateRefusal) -> [UInt8] {
        var facts = facts
        facts.name = try cleaned(facts.name, field: "name").text
        let edition = try edition(for: facts)
        return try deflaters.lend { deflater throws(CertificateRefusal) in
            try edition.certificate(for: facts, seal: seal, with: deflater)
        }
    }

    /// All certificates in one file, a page each in the order given, with fonts and shared drawing there once; as valid as
    /// single ones.
    ///
    /// `title` is what a reader shows; the file counts as made on the latest day of issue.
    /// - Throws: ``CertificateRefusal`` for the first that cannot be made, or ``CertificateRefusal/noDay`` when there is none.
    public func printFile(of certificates: [CertificateFacts], title: String) throws(CertificateRefusal) -> [UInt8] {
        guard let day = certificates.map(\.issuedOn).max() else { throw .noDay }
        var print = PrintFile(faces: painter.faces)
        for facts in certificates {
            var facts = facts
            facts.name = try cleaned(facts.name, field: "name").text
            try print.add(facts, layout: try edition(for: facts).layout, key: facts.shared)
        }
        return print.finished(title: title, language: design.language, day: day)
    }

    /// The facts of the certificate a row asks for: its name cleaned, its number derived from the row's SHA-256 when it has
    /// none.
    ///
    /// `site` is the public address; `issuedOn` defaults to the last day of the course; `refreshAfterMonths` is counted from
    /// that day, nil for never.
    /// - Throws: ``CertificateRefusal`` when the name cannot be cleaned. Whether everything can be drawn shows when the
    ///   certificate is typeset, or with ``check(name:language:)``.
    public func facts(
        for recipient: CertificateRecipient,
        site: String,
        issuedOn: CalendarDate? = nil,
        refreshAfterMonths: Int? = 36
    ) throws(CertificateRefusal) -> CertificateFacts {
        let name = try cleaned(recipient.name, field: "name")
        let number = Self.number(for: recipient)
        guard
            let facts = recipient.facts(
                printedName: name.text,
                number: number,
                site: site,
                issuedOn: issuedOn,
                refreshAfterMonths: refreshAfterMonths
            )
        else { throw .noDay }
        return facts
    }

    /// The number of a row that has none, derived from the SHA-256 of ``CertificateRecipient/canonicalRow``.
    public static func number(for recipient: CertificateRecipient) -> CertificateNumber {
        CertificateNumber(digest: SHA256.hash(data: recipient.canonicalRow))
    }

    func cleaned(_ text: String, field: String, limit: Int = CleanText.nameLimit) throws(CertificateRefusal)
        -> CleanText
    {
        do { return try CleanText(text, limit: limit) } catch {
            throw CertificateRefusal(error, field: field, words: text)
        }
    }

    func edition(for facts: CertificateFacts) throws(CertificateRefusal) -> Edition {
        let key = EditionKey(facts)
        if let known = editions.withLock({ $0[key] }) { return known }
        let layout = try EditionLayout(design: design, facts: try tidy(key.shared), painter: painter)
        let edition = Edition(layout, drawsNumbers: key.drawsNumbers)
        editions.withLock { editions in
            if editions.count >= Self.editionsKept { editions.removeAll(keepingCapacity: true) }
            editions[key] = edition
        }
        return edition
    }

    /// The facts with every text cleaned as names are.
    func tidy(_ facts: CertificateFacts) throws(CertificateRefusal) -> CertificateFacts {
        func tidy(_ text: String, _ field: String) throws(CertificateRefusal) -> String {
            try cleaned(text, field: field, limit: 600).text
        }
        func tidy(_ text: String?, _ field: String) throws(CertificateRefusal) -> String? {
            guard let text, text.contains(where: { !$0.isWhitespace }) else { return nil }
            return try cleaned(text, field: field, limit: 600).text
        }
        var facts = facts
        facts.course = try tidy(facts.course, "course title")
        facts.courseCode = try tidy(facts.courseCode, "course code")
        facts.courseVersion = try tidy(facts.courseVersion, "course version")
        facts.area = try tidy(facts.area, "area")
        facts.venue = try tidy(facts.venue, "venue")
        facts.provider = try tidy(facts.provider, "provider")
        facts.outcomes = try facts.outcomes.map { text throws(CertificateRefusal) in try tidy(text, "outcome") }
        facts.trainers = try facts.trainers.map { text throws(CertificateRefusal) in try tidy(text, "trainer's name") }
        return facts
    }
}
