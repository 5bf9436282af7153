/// The drawing of a page: paths, text and images in the order they are painted, each inside a tag or marked as ornament.
public struct ContentStream: Sendable {
    private var output = PDFBytes(room: 4096)
    /// The colour areas and text have now; nil when not known.
    private var filling: (red: UInt8, green: UInt8, blue: UInt8)?

    /// An empty stream.
    public init() {}

    /// What has been written.
    public var bytes: [UInt8] { output.bytes }

    /// Begins content of a structure element, known on its page by `identifier`.
    public mutating func begin(_ tag: String, identifier: Int) {
        output.append(.name(tag))
        output.append("<</MCID ")
        output.append(identifier)
        output.append(">>BDC\n")
    }

    /// Begins content without meaning, which screen readers pass over.
    public mutating func beginArtifact() { output.append("/Artifact BMC\n") }

    /// Ends what was begun last.
    public mutating func end() { output.append("EMC\n") }

    /// Keeps the graphics state for ``restore()``.
    public mutating func save() { output.append("q\n") }

    /// Brings the graphics state back.
    public mutating func restore() {
        output.append("Q\n")
        filling = nil
    }

    /// Moves, scales and turns what follows.
    public mutating func transform(_ a: Double, _ b: Double, _ c: Double, _ d: Double, _ e: Double, _ f: Double) {
        write([a, b, c, d, e, f], "cm\n")
    }

    /// Sets the colour of areas and text, each part from 0 to 255 in sRGB.
    public mutating func fill(red: UInt8, green: UInt8, blue: UInt8) {
        if let filling, filling == (red, green, blue) { return }
        filling = (red, green, blue)
        write([red, green, blue].map { Double($0) / 255 }, "rg\n")
    }

    /// Sets the colour of lines, each part from 0 to 255 in sRGB.
    public mutating func stroke(red: UInt8, green: UInt8, blue: UInt8) {
        write([red, green, blue].map { Double($0) / 255 }, "RG\n")
    }

    /// Sets the width of lines.
    public mutating func lineWidth(_ width: Double) { write([width], "w\n") }

    /// Draws lines as dashes and gaps from now on (8.4.3.6); an empty list draws them unbroken again.
    public mutating func dash(_ lengths: [Double]) {
        output.append("[")
        for (index, length) in lengths.enumerated() {
            if index > 0 { output.append(" ") }
            output.append(length)
        }
        output.append("]0 d\n")
    }

    /// Begins a part of a path.
    public mutating func move(_ x: Double, _ y: Double) { write([x, y], "m\n") }

    /// Adds a straight line.
    public mutating func line(_ x: Double, _ y: Double) { write([x, y], "l\n") }

    /// Adds a cubic curve.
    public mutating func curve(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ x: Double, _ y: Double) {
        write([x1, y1, x2, y2, x, y], "c\n")
    }

    /// Closes the part of the path.
    public mutating func close() { output.append("h\n") }

    /// How a path is painted.
    public enum Paint: Sendable { case fill, stroke, fillAndStroke }

    /// Paints the path.
    public mutating func paint(_ paint: Paint) {
        switch paint {
        case .fill: output.append("f\n")
        case .stroke: output.append("S\n")
        case .fillAndStroke: output.append("B\n")
        }
    }

    /// Paints an image or form by its name among the page's resources.
    public mutating func draw(_ name: String) {
        output.append(.name(name))
        output.append(" Do\n")
    }

    /// Paints a mask of one bit a pixel into the unit square in the colour of areas; a bit of 0 is painted, rows are padded
    /// to bytes. Pixels stay sharp (8.9.6.2, 8.9.7).
    public mutating func paint(mask: [UInt8], width: Int, height: Int) {
        output.append("BI/W ")
        output.append(width)
        output.append("/H ")
        output.append(height)
        output.append("/IM true/BPC 1/F/AHx ID\n")
        for byte in mask { output.append(hex: byte) }
        output.append(">\nEI\n")
    }

    /// Shows a line of text with its left end on the baseline at `origin`.
    ///
    /// Codes are given to `fonts` as needed; the font at a position is known on the page by its name there. Text is shown in
    /// the order of `clusters`, which is to be that of the text.
    public mutating func show(
        _ clusters: [TextCluster],
        at origin: (x: Double, y: Double),
        size: Double,
        fonts: inout [PageFont]
    ) {
        output.append("BT\n")
        var line = ShownLine(origin: origin, size: size)
        for cluster in clusters { line.show(cluster, fonts: &fonts, in: &output) }
        line.close(in: &output)
        output.append("ET\n")
    }

    private mutating func write(_ numbers: [Double], _ command: StaticString) {
        for number in numbers {
            output.append(number)
            output.append(" ")
        }
        output.append(command)
    }
}
