import PDFWriter
import Programme

/// The pictures of one file: each is there once, however often it is shown.
struct PictureShelf: Sendable {
    private var names: [String: String] = [:]
    private var waiting: [(reference: PDFReference, picture: Picture)] = []
    /// The pictures as a page's resources name them.
    private(set) var entries: [PDFObject.Entry] = []

    /// The name of a picture among the page's resources.
    mutating func name(of picture: Picture, in file: inout PDFFile) -> String {
        if let known = names[picture.path] { return known }
        let name = "I\(names.count)"
        let reference = file.reserve()
        names[picture.path] = name
        waiting.append((reference, picture))
        entries.append(.init(name, .reference(reference)))
        return name
    }

    /// Writes the pictures named since the last time. Large ones take a while, so they are compressed less hard than text.
    mutating func write(to file: inout PDFFile) {
        guard !waiting.isEmpty else { return }
        let deflater = Deflater(level: 8)
        for (reference, picture) in waiting { file.setImage(reference, to: PDFImage(picture), with: deflater) }
        waiting = []
    }
}

extension PDFImage {
    init(_ picture: Picture) {
        let pixels: Pixels =
            switch picture.pixels {
            case .samples(let samples, let opacity): .samples(samples, opacity: opacity)
            case .jpeg: .jpeg(picture.file)
            }
        self.init(width: picture.width, height: picture.height, components: picture.components, pixels: pixels)
    }
}

extension ContentStream {
    /// Draws a picture by its name among the page's resources; without an alternative it is an ornament.
    mutating func draw(_ image: DesignImage, named name: String, identifier: Int?, pageHeight: Double) {
        if let identifier { begin("Figure", identifier: identifier) } else { beginArtifact() }
        let box = PageBox(image.box, pageHeight: pageHeight)
        save()
        transform(box.width, 0, 0, box.height, box.left, box.bottom)
        draw(name)
        restore()
        end()
    }
}
