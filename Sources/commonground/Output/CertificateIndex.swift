import Crypto
import OpenData
import Programme

/// The list of a batch's files: row, number, file, SHA-256.
struct CertificateIndex {
    /// One file of a batch.
    struct Entry: Sendable {
        let row: Int
        let number: CertificateNumber
        /// The name, such as `00001-CG-7K3M-9QXA-B2C4-H.pdf`.
        let file: String
        let sha256: String

        init(row: Int, _ number: CertificateNumber, _ bytes: [UInt8]) {
            let digits = String(row)
            file = String(repeating: "0", count: max(0, 5 - digits.count)) + digits + "-\(number).pdf"
            sha256 = SHA256.hash(data: bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            (self.row, self.number) = (row, number)
        }
    }

    /// The name of the list.
    static let name = "index.csv"

    private var writer = CSVWriter(header: ["row", "number", "file", "sha256"])
    /// The names of the files, in order.
    private(set) var files: [String] = []

    /// What has been written.
    var bytes: [UInt8] { writer.bytes }

    /// Adds the next file of the batch.
    mutating func add(_ entry: Entry) {
        files.append(entry.file)
        writer.write([
            .integer(entry.row), .text(entry.number.description), .text(entry.file), .text(entry.sha256),
        ])
    }
}
