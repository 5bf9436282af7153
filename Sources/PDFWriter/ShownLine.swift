/// A line of text on its way into a page: codes in strings, strings in arrays with the kerning between them (9.4.3).
///
/// A pen that only moves on is moved by kerning, across fonts too, so that readers see one line; a pen that must go back
/// (from right to left) gets a new place.
struct ShownLine {
    let origin: (x: Double, y: Double)
    let size: Double
    private var font: Int?
    /// Where the pen is, in thousandths of the size from the line's left end; nil before the first letter.
    private var pen: Double?
    /// How far above the baseline the pen is, in thousandths of the size.
    private var raise = 0.0
    private var isArrayOpen = false
    private var isStringOpen = false
    private var hasPlace = false

    init(origin: (x: Double, y: Double), size: Double) { (self.origin, self.size) = (origin, size) }

    mutating func show(_ cluster: TextCluster, fonts: inout [PageFont], in output: inout PDFBytes) {
        if cluster.font != font {
            close(in: &output)
            font = cluster.font
            output.append(.name(fonts[cluster.font].name))
            output.append(" ")
            output.append(size)
            output.append(" Tf\n")
        }
        let thousandth = 1000 / Double(fonts[cluster.font].font.unitsPerEm)
        for slot in fonts[cluster.font].font.slots(of: cluster) {
            let start = cluster.x * 1000 + Double(slot.start) * thousandth
            let isFree = cluster.isRightToLeft || !cluster.slots.isEmpty
            go(to: start, raise: Double(slot.raise) * thousandth, isFree: isFree, in: &output)
            if !isStringOpen { output.append("<") }
            isStringOpen = true
            if fonts[cluster.font].font.isOneByte {
                output.append(hex: UInt8(truncatingIfNeeded: slot.code))
            } else {
                output.append(hex: slot.code)
            }
            pen = start + Double(slot.width)
        }
    }

    /// Ends the array.
    mutating func close(in output: inout PDFBytes) {
        if isStringOpen { output.append(">") }
        if isArrayOpen { output.append("]TJ\n") }
        (isStringOpen, isArrayOpen) = (false, false)
    }

    /// Moves the pen; `isFree` says that it may go back.
    private mutating func go(to start: Double, raise: Double, isFree: Bool, in output: inout PDFBytes) {
        let back = pen.map { (($0 - start) * 1000).rounded() / 1000 }
        guard let back, raise == self.raise, back <= 0.01 || !isFree else {
            close(in: &output)
            self.raise = raise
            if hasPlace { output.append("1 0 0 1 ") }
            output.append(origin.x + start * size / 1000)
            output.append(" ")
            output.append(origin.y + raise * size / 1000)
            output.append(hasPlace ? " Tm\n[" : " Td\n[")
            (hasPlace, isArrayOpen) = (true, true)
            return
        }
        if !isArrayOpen { output.append("[") }
        isArrayOpen = true
        guard abs(back) > 0.01 else { return }
        if isStringOpen { output.append(">") }
        isStringOpen = false
        output.append(back)
    }
}
