import Testing

@testable import Operations

@Suite struct PrivateTokenTests {
    /// By hand: 128 bits are 25 characters of five and one of three, which is filled up with zeros.
    @Test(
        "is Crockford's base 32 of its bytes",
        arguments: [
            ([UInt8](repeating: 0, count: 16), "00000000000000000000000000"),
            ([UInt8](repeating: 0xFF, count: 16), "zzzzzzzzzzzzzzzzzzzzzzzzzw"),
            ([0x08] + [UInt8](repeating: 0, count: 15), "10000000000000000000000000"),
            ([UInt8](repeating: 0, count: 15) + [0x01], "00000000000000000000000004"),
            ([0x84, 0x21, 0x08, 0x42, 0x10] + [UInt8](repeating: 0, count: 11), "gggggggg000000000000000000"),
        ]
    )
    func encodes(_ bytes: [UInt8], _ text: String) { #expect(PrivateToken(randomBytes: bytes).description == text) }

    /// `printf abc | sha256sum`
    @Test("is kept as its SHA-256, whatever the case it was typed in")
    func hashes() {
        let hash = PrivateToken("ABC").hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        #expect(hash == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test("a thousand tokens and codes of one office are a thousand different ones")
    func differ() async throws {
        let test = try await TestOffice()
        let tokens = (0..<1000).map { _ in test.office.mintToken().description }
        let codes = (0..<1000).map { _ in test.office.mintReference() }
        #expect(Set(tokens).count == 1000 && Set(codes).count == 1000)
        #expect(
            codes.allSatisfy { $0.count == 7 && $0.first?.isLetter == true && !$0.contains { "ILOU".contains($0) } }
        )
    }
}
