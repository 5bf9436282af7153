/// What a file says of itself in XMP (ISO 16684-1), with the marks of PDF/A-2a (ISO 19005-2, 6.6) and PDF/UA-1 (ISO 14289-1, 5).
public struct XMPMetadata: Sendable {
    /// The title.
    public var title: String
    /// The language of the title, as a BCP 47 tag.
    public var language: String
    /// Who made the content; left out when nil.
    public var author: String?
    /// What tells this document from others (dc:identifier), such as a certificate's number; left out when nil.
    public var identifier: String?
    /// The day as `YYYY-MM-DD`; on which the file counts as made.
    public var day: String
    /// The program.
    public var producer: String
    /// Further statements in namespaces of their own.
    public var schemas: [Schema] = []

    /// Metadata.
    public init(
        title: String,
        language: String,
        author: String? = nil,
        identifier: String? = nil,
        day: String,
        producer: String
    ) {
        self.title = title
        self.language = language
        self.author = author
        self.identifier = identifier
        self.day = day
        self.producer = producer
    }

    /// The packet, to be embedded without compression.
    public var packet: [UInt8] {
        var text = """
            <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfaid:part="2" \
            pdfaid:conformance="A" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1" \
            xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreateDate="\(day)" \
            xmp:CreatorTool="\(Self.escaped(producer, quotes: true))" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">\(Self.escaped(title))</rdf:li></rdf:Alt></dc:title>

            """
        if let author {
            text += "<dc:creator><rdf:Seq><rdf:li>\(Self.escaped(author))</rdf:li></rdf:Seq></dc:creator>\n"
        }
        if let identifier { text += "<dc:identifier>\(Self.escaped(identifier))</dc:identifier>\n" }
        for schema in schemas { text += schema.statements }
        text += """
            <pdfaExtension:schemas xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
            xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
            xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><rdf:Bag>
            """
        text += Schema.accessibilityDeclaration
        for schema in schemas { text += schema.declaration }
        text += """
            </rdf:Bag></pdfaExtension:schemas>
            </rdf:Description></rdf:RDF></x:xmpmeta>
            <?xpacket end="r"?>
            """
        return Array(text.utf8)
    }

    /// The document information dictionary for readers that look only there; it must say the same (ISO 19005-2, 6.6.3).
    public var information: PDFObject { ["Title": .text(title)] }

    /// Text for an element, or with `quotes` for an attribute.
    static func escaped(_ text: String, quotes: Bool = false) -> String {
        let needsCare = text.utf8.contains { byte in
            byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
                || byte == UInt8(ascii: "\"")
        }
        guard needsCare else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"" where quotes: result += "&quot;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
