/// A PDF 1.7 file in the making: objects are numbered, written and at the end listed.
///
/// A value: a copy taken after ``writeObjects(with:)`` is a template, already compressed, that each file of a batch goes on
/// from. Small objects go into object streams (7.5.7), the list is a cross-reference stream (7.5.8). The bytes depend on
/// nothing but the calls.
public struct PDFFile: Sendable {
    private enum Place {
        case unset
        case offset(Int)
        case inStream(Int, index: Int)
    }

    private var output = PDFBytes()
    private var places: [Place] = [.unset]
    private var waiting: [(number: Int, object: PDFObject)] = []

    /// An empty file.
    public init() {
        output.append("%PDF-1.7\n%")
        output.bytes += [0xE2, 0xE3, 0xCF, 0xD3, 0x0A]
    }

    /// A number for an object that is set later.
    public mutating func reserve() -> PDFReference {
        places.append(.unset)
        return PDFReference(number: places.count - 1)
    }

    /// Sets a reserved object; it is written with the next object stream.
    public mutating func set(_ reference: PDFReference, to object: PDFObject) {
        waiting.append((reference.number, object))
    }

    /// Adds an object.
    public mutating func add(_ object: PDFObject) -> PDFReference {
        let reference = reserve()
        set(reference, to: object)
        return reference
    }

    /// Sets a reserved object to a stream, compressed unless `deflater` is nil.
    public mutating func setStream(
        _ reference: PDFReference,
        _ data: [UInt8],
        dictionary: PDFObject = [:],
        with deflater: borrowing Deflater
    ) {
        guard let compressed = deflater.compressed(data), compressed.count < data.count else {
            setPlainStream(reference, data, dictionary: dictionary)
            return
        }
        setPlainStream(reference, compressed, dictionary: dictionary.adding("Filter", .name("FlateDecode")))
    }

    /// Sets a reserved object to a stream of bytes as they are.
    public mutating func setPlainStream(_ reference: PDFReference, _ data: [UInt8], dictionary: PDFObject = [:]) {
        places[reference.number] = .offset(output.bytes.count)
        output.append(reference.number)
        output.append(" 0 obj\n")
        output.append(dictionary.adding("Length", .integer(data.count)))
        output.append("\nstream\n")
        output.bytes += data
        output.append("\nendstream\nendobj\n")
    }

    /// Writes the objects set so far into one object stream.
    public mutating func writeObjects(with deflater: borrowing Deflater) {
        guard !waiting.isEmpty else { return }
        let stream = reserve()
        var directory = PDFBytes(room: 12 * waiting.count)
        var body = PDFBytes(room: 128 * waiting.count)
        waiting.sort { $0.number < $1.number }
        for (index, entry) in waiting.enumerated() {
            directory.append(entry.number)
            directory.append(" ")
            directory.append(body.bytes.count)
            directory.append(" ")
            body.append(entry.object)
            body.append("\n")
            places[entry.number] = .inStream(stream.number, index: index)
        }
        let dictionary: PDFObject = [
            "Type": .name("ObjStm"), "N": .integer(waiting.count), "First": .integer(directory.bytes.count),
        ]
        waiting = []
        setStream(stream, directory.bytes + body.bytes, dictionary: dictionary, with: deflater)
    }

    /// The finished file.
    ///
    /// `identifier` is the file's permanent name, sixteen bytes that depend on nothing but its content.
    public consuming func finished(
        catalogue: PDFReference,
        information: PDFReference?,
        identifier: [UInt8],
        with deflater: borrowing Deflater
    ) -> [UInt8] {
        writeObjects(with: deflater)
        let list = reserve()
        let start = output.bytes.count
        places[list.number] = .offset(start)
        let (table, widths) = table(offsetWidth: start < 0x1_0000 ? 2 : start < 0x100_0000 ? 3 : 4)
        let columns = widths.reduce(0, +)
        let dictionary: PDFObject = [
            "Type": .name("XRef"), "Size": .integer(places.count), "W": .array(widths.map { .integer($0) }),
            "Root": .reference(catalogue), "ID": [.bytes(identifier), .bytes(identifier)],
        ]
        let listing = dictionary.adding("Info", information.map { .reference($0) })
        let differences = Self.differences(of: table, columns: columns)
        if let compressed = deflater.compressed(differences), compressed.count < table.count {
            let parameters: PDFObject = ["Columns": .integer(columns), "Predictor": 12]
            let filtered = listing.adding("Filter", .name("FlateDecode")).adding("DecodeParms", parameters)
            setPlainStream(list, compressed, dictionary: filtered)
        } else {
            setPlainStream(list, table, dictionary: listing)
        }
        output.append("startxref\n")
        output.append(start)
        output.append("\n%%EOF\n")
        return output.bytes
    }

    /// The cross-reference table (7.5.8.3), and the widths of its columns.
    private func table(offsetWidth: Int) -> (bytes: [UInt8], widths: [Int]) {
        let indexWidth = places.count < 0x100 ? 1 : 2
        let widths = [1, offsetWidth, indexWidth]
        let columns = widths.reduce(0, +)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(places.count * columns)
        for place in places {
            let (kind, second, third) =
                switch place {
                case .unset: (0, 0, (1 << (8 * indexWidth)) - 1)
                case .offset(let offset): (1, offset, 0)
                case .inStream(let stream, let index): (2, stream, index)
                }
            let row = (kind << (8 * offsetWidth) | second) << (8 * indexWidth) | third
            for column in 0..<columns {
                bytes.append(UInt8(truncatingIfNeeded: row >> (8 * (columns - 1 - column))))
            }
        }
        return (bytes, widths)
    }

    /// Each row as its difference from the one above (PNG's "up"), which makes a long table nearly nothing once compressed.
    private static func differences(of table: [UInt8], columns: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(table.count + table.count / columns)
        for position in table.indices {
            if position % columns == 0 { bytes.append(2) }
            bytes.append(table[position] &- (position < columns ? 0 : table[position - columns]))
        }
        return bytes
    }
}
