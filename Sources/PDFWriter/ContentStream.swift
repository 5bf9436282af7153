/// The drawing of a page: paths, text and images in the order they are painted, each inside a tag or marked as ornament.
public struct ContentStream: Sendable {
    private var output = PDFBytes()

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
    public mutating func restore() { output.append("Q\n") }

    /// Moves, scales and turns what follows.
    public mutating func transform(_ a: Double, _ b: Double, _ c: Double, _ d: Double, _ e: Double, _ f: Double) {
        write([a, b, c, d, e, f], "cm\n")
    }

    /// Sets the colour of areas and text, each part from 0 to 255 in sRGB.
    public mutating func fill(red: UInt8, green: UInt8, blue: UInt8) {
        write([red, green, blue].map { Double($0) / 255 }, "rg\n")
    }

    /// Sets the colour of lines, each part from 0 to 255 in sRGB.
    public mutating func stroke(red: UInt8, green: UInt8, blue: UInt8) {
        write([red, green, blue].map { Double($0) / 255 }, "RG\n")
    }

    /// Sets the width of lines.
    public mutating func lineWidth(_ width: Double) { write([width], "w\n") }

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
        var first = clusters.startIndex
        while first < clusters.endIndex {
            let font = clusters[first].font
            let end = clusters[first...].firstIndex { $0.font != font } ?? clusters.endIndex
            output.append(.name(fonts[font].name))
            write([size], "Tf\n", leadingSpace: true)
            show(clusters[first..<end], at: origin, size: size, font: &fonts[font].font)
            first = end
        }
        output.append("ET\n")
    }

    private mutating func show(
        _ clusters: ArraySlice<TextCluster>,
        at origin: (x: Double, y: Double),
        size: Double,
        font: inout EmbeddedFont
    ) {
        let thousandth = 1000 / Double(font.unitsPerEm)
        var pen: Double?
        var isOpen = false
        for cluster in clusters {
            let left = cluster.x * 1000
            for slot in font.slots(of: cluster) {
                let start = left + Double(slot.start) * thousandth
                if let reached = pen {
                    let back = ((reached - start) * 1000).rounded() / 1000
                    if back > 0.01, cluster.isRightToLeft {
                        output.append(">]TJ\n")
                        write([1, 0, 0, 1, origin.x + start * size / 1000, origin.y], "Tm\n")
                        output.append("[")
                        isOpen = false
                    } else if abs(back) > 0.01 {
                        if isOpen { output.append(">") }
                        isOpen = false
                        output.append(back)
                    }
                } else {
                    write([1, 0, 0, 1, origin.x + start * size / 1000, origin.y], "Tm\n")
                    output.append("[")
                }
                if !isOpen { output.append("<") }
                isOpen = true
                output.append(hex: slot.code)
                pen = start + Double(slot.width) * thousandth
            }
        }
        if isOpen { output.append(">") }
        if pen != nil { output.append("]TJ\n") }
    }

    private mutating func write(_ numbers: [Double], _ command: StaticString, leadingSpace: Bool = false) {
        for (index, number) in numbers.enumerated() {
            if index > 0 || leadingSpace { output.append(" ") }
            output.append(number)
        }
        output.append(" ")
        output.append(command)
    }
}

/// A font and its name among a page's resources.
public struct PageFont: Sendable {
    /// The name, for example `F1`.
    public let name: String
    /// The font.
    public var font: EmbeddedFont

    /// A font under a name.
    public init(name: String, font: EmbeddedFont) { (self.name, self.font) = (name, font) }
}
