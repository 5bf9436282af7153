/// The logical structure of a file: what each piece of content is, in reading order (ISO 32000-1, 14.7).
public struct StructureTree: Sendable {
    /// An element of the tree, known by its position.
    public struct Element: Hashable, Sendable { let index: Int }

    private enum Kid: Sendable {
        case element(Int)
        case content(Int)
        case annotation(PDFReference)
    }

    private struct Node: Sendable {
        var reference: PDFReference
        var page: PDFReference?
        var role: String
        var parent: Int?
        var language: String?
        var alternative: String?
        var attributes: PDFObject?
        var kids: [Kid] = []
    }

    /// What a number in the tree of parents leads to: the elements of a page's content, or that of an annotation.
    private enum Parent: Sendable {
        case contents([Int])
        case annotation(Int)
    }

    private var nodes: [Node] = []
    private var parentEntries: [Parent] = []
    /// How many elements are finished, from the first; the uppermost counts, though it is written last.
    private var finished = 1
    private var page: (reference: PDFReference, key: Int)?
    private let root: PDFReference
    private let parents: PDFReference

    /// A tree with its uppermost element, a `Document`.
    public init(in file: inout PDFFile) {
        (root, parents) = (file.reserve(), file.reserve())
        nodes.append(Node(reference: file.reserve(), role: "Document"))
    }

    /// The uppermost element.
    public var document: Element { Element(index: 0) }
    /// The number of the tree, for the catalogue.
    public var reference: PDFReference { root }

    /// Begins a page: content and annotations from now on are on it. Returns the page's key in the tree, its `StructParents`.
    public mutating func begin(page reference: PDFReference) -> Int {
        parentEntries.append(.contents([]))
        page = (reference, parentEntries.count - 1)
        return parentEntries.count - 1
    }

    /// Adds an element below another, after those already there.
    ///
    /// `role` is a standard structure type such as `P`; `alternative` describes what cannot be read; `attributes` is an
    /// attribute object.
    public mutating func add(
        _ role: String,
        to parent: Element,
        language: String? = nil,
        alternative: String? = nil,
        attributes: PDFObject? = nil,
        in file: inout PDFFile
    ) -> Element {
        nodes.append(
            Node(
                reference: file.reserve(),
                role: role,
                parent: parent.index,
                language: language,
                alternative: alternative,
                attributes: attributes
            )
        )
        nodes[parent.index].kids.append(.element(nodes.count - 1))
        return Element(index: nodes.count - 1)
    }

    /// A new identifier for content of `element` on the page begun last.
    public mutating func content(of element: Element) -> Int {
        guard let page, case .contents(let known) = parentEntries[page.key] else { return 0 }
        parentEntries[page.key] = .contents(known + [element.index])
        nodes[element.index].page = page.reference
        nodes[element.index].kids.append(.content(known.count))
        return known.count
    }

    /// Puts an annotation of the page begun last into an element; returns its key in the tree, its `StructParent`.
    public mutating func put(_ annotation: PDFReference, into element: Element) -> Int {
        nodes[element.index].page = page?.reference
        nodes[element.index].kids.append(.annotation(annotation))
        parentEntries.append(.annotation(element.index))
        return parentEntries.count - 1
    }

    /// Sets every element in a file but those that are set later.
    public func write(except later: [Element] = [], to file: inout PDFFile) {
        let later = Set(later)
        for index in nodes.indices where !later.contains(Element(index: index)) {
            file.set(nodes[index].reference, to: object(of: nodes[index]))
        }
    }

    /// Sets the elements added since the last time, to which nothing is added any more, but those of `later`; of long files
    /// only these are kept in mind.
    public mutating func writeAdded(except later: [Element], to file: inout PDFFile) {
        let later = Set(later)
        for index in finished..<nodes.count {
            if !later.contains(Element(index: index)) { file.set(nodes[index].reference, to: object(of: nodes[index])) }
            nodes[index].kids = []
        }
        finished = nodes.count
    }

    /// Sets one element that was left for later, with its language and alternative text.
    public func write(
        _ element: Element,
        language: String? = nil,
        alternative: String? = nil,
        to file: inout PDFFile
    ) {
        var node = nodes[element.index]
        node.language = language ?? node.language
        node.alternative = alternative ?? node.alternative
        file.set(node.reference, to: object(of: node))
    }

    /// Sets the root of the tree and the way back from content to elements.
    public func writeRoot(to file: inout PDFFile) {
        file.set(
            root,
            to: [
                "Type": .name("StructTreeRoot"), "K": .reference(nodes[0].reference), "ParentTree": .reference(parents),
                "ParentTreeNextKey": .integer(parentEntries.count),
            ]
        )
        var numbers: [PDFObject] = []
        for (key, entry) in parentEntries.enumerated() {
            switch entry {
            case .contents(let elements):
                numbers += [.integer(key), .array(elements.map { .reference(nodes[$0].reference) })]
            case .annotation(let element): numbers += [.integer(key), .reference(nodes[element].reference)]
            }
        }
        file.set(parents, to: ["Nums": .array(numbers)])
    }

    private func object(of node: Node) -> PDFObject {
        let kids: [PDFObject] = node.kids.map { kid in
            switch kid {
            case .element(let index): .reference(nodes[index].reference)
            case .content(let identifier): .integer(identifier)
            case .annotation(let reference):
                ["Type": .name("OBJR"), "Obj": .reference(reference)]
            }
        }
        let parent = node.parent.map { nodes[$0].reference } ?? root
        var entries: [PDFObject.Entry] = []
        entries.reserveCapacity(7)
        entries.append(.init("S", .name(node.role)))
        entries.append(.init("P", .reference(parent)))
        entries.append(.init("K", kids.count == 1 ? kids[0] : .array(kids)))
        if let page = node.page { entries.append(.init("Pg", .reference(page))) }
        if let language = node.language { entries.append(.init("Lang", .text(language))) }
        if let alternative = node.alternative { entries.append(.init("Alt", .text(alternative))) }
        if let attributes = node.attributes { entries.append(.init("A", attributes)) }
        return .dictionary(entries)
    }
}
