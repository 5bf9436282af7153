public import Programme
import TextLayout

extension CertificatePress {
    /// The page of a certificate as one SVG picture, laid out and drawn by the same engine as the PDF.
    ///
    /// It needs no font and no script, has the page's size, and carries the title and all that the page says, in reading order,
    /// as its text alternative. The bytes depend on the facts, the design and the fonts alone; a page has about 100 kB.
    /// - Throws: ``CertificateRefusal`` for facts of which no certificate could be made either.
    public func pageSVG(of facts: CertificateFacts) throws(CertificateRefusal) -> String {
        var facts = try tidy(facts)
        facts.name = try cleaned(facts.name, field: "name").text
        let layout = try EditionLayout(design: design, facts: facts, painter: painter)
        return try PageDrawing(layout: layout, facts: facts).svg
    }
}
