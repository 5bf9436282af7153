extension XMPMetadata {
    /// Statements in a namespace of their own. PDF/A wants each such namespace declared in the file (ISO 19005-2, 6.6.2.3).
    public struct Schema: Hashable, Sendable {
        /// One statement.
        public struct Property: Hashable, Sendable {
            /// The name, an XML name without prefix.
            public var name: String
            /// What is stated.
            public var value: String
            /// What the statement means, in a few words.
            public var meaning: String

            /// A statement.
            public init(name: String, value: String, meaning: String) {
                (self.name, self.value, self.meaning) = (name, value, meaning)
            }
        }

        /// What the schema is about.
        public var name: String
        /// The namespace, a URI.
        public var namespace: String
        /// The prefix.
        public var prefix: String
        /// The statements.
        public var properties: [Property]
        private var valueType = "Text"

        /// A schema.
        public init(name: String, namespace: String, prefix: String, properties: [Property]) {
            self.name = name
            self.namespace = namespace
            self.prefix = prefix
            self.properties = properties
        }

        /// The mark of PDF/UA, which PDF/A does not know by itself.
        static let accessibility: Schema = {
            let part = Property(name: "part", value: "1", meaning: "Part of ISO 14289")
            var schema = Schema(
                name: "PDF/UA",
                namespace: "http://www.aiim.org/pdfua/ns/id/",
                prefix: "pdfuaid",
                properties: [part]
            )
            schema.valueType = "Integer"
            return schema
        }()

        /// Its declaration, which every file has.
        static let accessibilityDeclaration = accessibility.declaration

        /// The statements as XML.
        var statements: String {
            properties.map { property in
                "<\(prefix):\(property.name) xmlns:\(prefix)=\"\(namespace)\">\(XMPMetadata.escaped(property.value))"
                    + "</\(prefix):\(property.name)>\n"
            }.joined()
        }

        /// The declaration as XML.
        var declaration: String {
            var text = """
                <rdf:li><rdf:Description pdfaSchema:schema="\(XMPMetadata.escaped(name, quotes: true))" \
                pdfaSchema:prefix="\(prefix)"><pdfaSchema:namespaceURI>\(namespace)</pdfaSchema:namespaceURI>\
                <pdfaSchema:property><rdf:Seq>
                """
            for property in properties {
                text += """
                    <rdf:li pdfaProperty:name="\(property.name)" pdfaProperty:valueType="\(valueType)" \
                    pdfaProperty:category="\(valueType == "Integer" ? "internal" : "external")" \
                    pdfaProperty:description="\(XMPMetadata.escaped(property.meaning, quotes: true))"/>
                    """
            }
            return text + "</rdf:Seq></pdfaSchema:property></rdf:Description></rdf:li>"
        }
    }

    /// Text of an XML element as it was before it was escaped by this writer.
    public static func unescaped(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let mark = rest.firstIndex(of: "&") {
            result += rest[..<mark]
            rest = rest[mark...]
            guard let entity = entities.first(where: { rest.hasPrefix($0.spelling) }) else { break }
            result.append(entity.character)
            rest = rest.dropFirst(entity.spelling.count)
        }
        return result + rest
    }

    private static let entities: [(spelling: String, character: Character)] = [
        ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""),
    ]
}
