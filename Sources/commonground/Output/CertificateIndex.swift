import Crypto
import OpenData
import Programme

/// The list of a batch's files: row, number, file, SHA-256.
struct CertificateIndex {
    /// The name of the list.
    static let name = "index.csv"

    private var writer = CSVWriter(header: ["row", "number", "file", "sha256"])
    /// The names of the files, in order.
    private(set) var files: [String] = []

    /// What has been written.
    var bytes: [UInt8] { writer.bytes }

    /// Adds the next certificate of the batch; the name of its file, such as `00001-CG-7K3M-9QXA-B2C4-H.pdf`.
    mutating func add(_ number: CertificateNumber, _ bytes: [UInt8]) -> String {
        let row = files.count + 1
        let digits = String(row)
        let file = String(repeating: "0", count: max(0, 5 - digits.count)) + digits + "-\(number).pdf"
        files.append(file)
        let digest = SHA256.hash(data: bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        writer.write([.integer(row), .text(number.description), .text(file), .text(digest)])
        return file
    }
}
