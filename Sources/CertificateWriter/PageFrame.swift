import PDFWriter
import Programme

/// One page of a file that follows an edition's layout: its numbers, its place in the structure, and what is left open for
/// the person.
struct PageFrame: Sendable {
    /// A text that differs from person to person.
    struct PersonalText: Sendable {
        var box: DesignTextBox
        var element: StructureTree.Element
        var role: String
        var identifier: Int
        var link: (annotation: PDFReference, key: Int)?
    }

    /// The place of the QR code.
    struct PersonalCode: Sendable {
        var code: DesignCode
        var element: StructureTree.Element
        var identifier: Int
    }

    /// Something shared, waiting to be painted.
    enum Painted: Sendable {
        case drawing(DesignDrawing)
        /// A picture, tagged unless it is an ornament.
        case image(DesignImage, identifier: Int?)
        case text(role: String, identifier: Int, SetText)
    }

    let layout: EditionLayout
    let page: PDFReference
    let resources: PDFReference
    let personalContent: PDFReference
    /// The page's key in the structure tree.
    let key: Int
    private(set) var texts: [PersonalText] = []
    private(set) var codes: [PersonalCode] = []
    private(set) var painted: [Painted] = []

    /// The elements that are written with the person's words.
    var personal: [StructureTree.Element] { texts.map(\.element) + codes.map(\.element) }

    /// Gives everything of a layout a place below `parent`, in reading order.
    init(
        _ layout: EditionLayout,
        below parent: StructureTree.Element,
        of tree: inout StructureTree,
        in file: inout PDFFile
    ) {
        self.layout = layout
        page = file.reserve()
        resources = file.reserve()
        personalContent = file.reserve()
        key = tree.begin(page: page)
        for item in layout.items {
            switch item {
            case .drawing(let drawing): painted.append(.drawing(drawing))
            case .image(let image): add(image, below: parent, of: &tree, in: &file)
            case .words(let box, let text):
                let element = tree.add(box.role.name, to: parent, language: box.language, in: &file)
                painted.append(.text(role: box.role.name, identifier: tree.content(of: element), text))
            case .list(let box, let items): add(items, box, below: parent, of: &tree, in: &file)
            case .personal(let box): add(box, below: parent, of: &tree, in: &file)
            case .code(let code): add(code, below: parent, of: &tree, in: &file)
            }
        }
    }

    private mutating func add(
        _ items: [ListLayout.Item],
        _ box: DesignTextBox,
        below parent: StructureTree.Element,
        of tree: inout StructureTree,
        in file: inout PDFFile
    ) {
        let attributes: PDFObject = ["O": .name("List"), "ListNumbering": .name("Disc")]
        let list = tree.add("L", to: parent, language: box.language, attributes: attributes, in: &file)
        for item in items {
            let element = tree.add("LI", to: list, in: &file)
            for (role, text) in [("Lbl", item.label), ("LBody", item.body)] {
                let part = tree.add(role, to: element, in: &file)
                painted.append(.text(role: role, identifier: tree.content(of: part), text))
            }
        }
    }

    private mutating func add(
        _ box: DesignTextBox,
        below parent: StructureTree.Element,
        of tree: inout StructureTree,
        in file: inout PDFFile
    ) {
        let element = tree.add(box.role.name, to: parent, language: box.language, in: &file)
        guard box.linksToVerification else {
            let identifier = tree.content(of: element)
            texts.append(PersonalText(box: box, element: element, role: box.role.name, identifier: identifier))
            return
        }
        let link = tree.add("Link", to: element, in: &file)
        let annotation = file.reserve()
        let identifier = tree.content(of: link)
        let key = tree.put(annotation, into: link)
        texts.append(
            PersonalText(box: box, element: link, role: "Link", identifier: identifier, link: (annotation, key))
        )
    }

    private mutating func add(
        _ image: DesignImage,
        below parent: StructureTree.Element,
        of tree: inout StructureTree,
        in file: inout PDFFile
    ) {
        guard let alternative = image.alternative else {
            painted.append(.image(image, identifier: nil))
            return
        }
        let box = PageBox(image.box, pageHeight: layout.painter.pageHeight)
        let element = tree.add(
            "Figure",
            to: parent,
            language: image.language,
            alternative: alternative,
            attributes: box.figureAttributes,
            in: &file
        )
        painted.append(.image(image, identifier: tree.content(of: element)))
    }

    private mutating func add(
        _ code: DesignCode,
        below parent: StructureTree.Element,
        of tree: inout StructureTree,
        in file: inout PDFFile
    ) {
        let box = PageBox(code.box, pageHeight: layout.painter.pageHeight)
        let element = tree.add("Figure", to: parent, attributes: box.figureAttributes, in: &file)
        let identifier = tree.content(of: element)
        codes.append(PersonalCode(code: code, element: element, identifier: identifier))
    }
}

extension DesignTextBox.Role {
    /// The standard structure type.
    var name: String {
        switch self {
        case .heading(let level): "H\(level)"
        case .paragraph: "P"
        case .list: "L"
        }
    }
}
