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
            sha256 = Self.hexadecimal(SHA256.hash(data: bytes))
            (self.row, self.number) = (row, number)
        }

        private static func hexadecimal(_ digest: SHA256.Digest) -> String {
            let digits = Array("0123456789abcdef".utf8)
            return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
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
