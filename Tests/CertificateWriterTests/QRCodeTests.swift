import CQREncode
import Testing

@testable import CertificateWriter

@Suite("QR codes") struct QRCodeTests {
    /// libqrencode's code of the same bytes at level M: row by row, dark is true.
    static func reference(_ text: String) -> [[Bool]]? {
        guard let code = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1) else { return nil }
        defer { QRcode_free(code) }
        let side = Int(code.pointee.width)
        return (0..<side).map { row in (0..<side).map { code.pointee.data[row * side + $0] & 1 == 1 } }
    }

    static func modules(_ text: String) -> [[Bool]]? {
        QRCode(text).map { code in
            (0..<code.grid.side).map { row in (0..<code.grid.side).map { code.grid[row, $0] } }
        }
    }

    static let addresses: [String] = {
        var generator = SeededGenerator(state: 18_004)
        let letters = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-./:")
        return (0..<220).map { length in
            "HTTPS://" + String((0..<length).map { _ in letters[Int(generator.next() % UInt64(letters.count))] })
        }
    }()

    @Test("agree with libqrencode module for module, in every version", arguments: addresses)
    func agrees(_ address: String) throws {
        let ours = try #require(Self.modules(address))
        let theirs = try #require(Self.reference(address))
        #expect(ours.count == theirs.count)
        #expect(ours == theirs)
    }

    @Test(
        "agree for bytes outside the alphanumeric set",
        arguments: ["https://example.org/verify?x=1_2", "héllo", "~"]
    )
    func agreesForBytes(_ text: String) throws {
        #expect(try #require(Self.modules(text)) == #require(Self.reference(text)))
    }

    /// ISO/IEC 18004, annex I: the data of the sample 01234567 with its ten correction codewords (version 1, level M).
    @Test func correctsAsInTheStandard() {
        let data: [UInt8] = [
            0x10, 0x20, 0x0C, 0x56, 0x61, 0x80, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11,
        ]
        let expected: [UInt8] = [0xA5, 0x24, 0xD4, 0xC1, 0xED, 0x36, 0xC7, 0x87, 0x2C, 0x55]
        #expect(ReedSolomon.correction(of: data[...], degree: 10) == expected)
    }

    @Test func refusesTheEndless() { #expect(QRCode(String(repeating: "A", count: 400)) == nil) }
}
