import Crypto
import Foundation
import Programme
import Testing

@testable import CertificateWriter

@Suite("Sealing facts") struct SealingTests {
    /// RFC 8032, section 7.1, test 1.
    static let secret: [UInt8] = bytes("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
    static let known: [UInt8] = bytes("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")

    static func bytes(_ digits: String) -> [UInt8] {
        stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(digits.dropFirst($0).prefix(2), radix: 16) }
    }

    /// RFC 8785, sections 3.2.2.2 and 3.2.3: the sample's strings and its order of keys.
    @Test func spellsCanonically() {
        let text = CanonicalJSON.text("\u{20AC}$\u{F}\nA'B\"\\\\\"/")
        #expect(String(decoding: text.bytes, as: UTF8.self) == #""€$\u000f\nA'B\"\\\\\"/""#)
        let keys = ["\u{20AC}", "\r", "\u{FB33}", "1", "\u{1F600}", "\u{80}", "\u{F6}"]
        let object = CanonicalJSON.object(Dictionary(uniqueKeysWithValues: keys.map { ($0, CanonicalJSON.integer(1)) }))
        let expected = ["\\r", "1", "\u{80}", "\u{F6}", "\u{20AC}", "\u{1F600}", "\u{FB33}"]
        let spelled = "{" + expected.map { "\"\($0)\":1" }.joined(separator: ",") + "}"
        #expect(Array(spelled.utf8) == object.bytes)
        #expect(CanonicalJSON.list([.integer(-5), .list([]), .object([:])]).bytes == Array("[-5,[],{}]".utf8))
    }

    @Test func knowsItsPublicHalf() throws {
        let key = try #require(CertificateKey(secret: Self.secret))
        #expect(key.publicKey.bytes == Self.known)
        #expect(CertificateKey(secret: [1, 2, 3]) == nil)
        #expect(CertificatePublicKey([1, 2, 3]) == nil)
    }

    /// RFC 8410, section 10.1: the sample key, whose 32 bytes follow the twelve of the frame.
    @Test func isWrittenAsOthersReadIt() throws {
        let sample = "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE="
        let known = Array(try #require(Data(base64Encoded: sample)))
        let key = try #require(CertificatePublicKey(Array(known.suffix(32))))
        #expect(key.subjectPublicKeyInfo == known)
    }

    @Test("bytes are spelled in hexadecimal and read back, and nothing else is")
    func spellsBytes() {
        #expect(Hexadecimal.text([0, 0x9F, 0xFF]) == "009fff")
        #expect(Hexadecimal.bytes("009FfF") == [0, 0x9F, 0xFF])
        for wrong in ["0", "0g", "é0", " 00"] { #expect(Hexadecimal.bytes(wrong) == nil) }
    }

    @Test("a file carries its facts and their signature, and a change breaks it")
    func travelsInTheFile() throws {
        let press = try Shared.press()
        let key = try #require(CertificateKey(secret: Self.secret))
        let facts = try Shared.facts(press, #"Anne & <Bob> "Q" (x)\y %PDF"#)
        let made = try press.sealed(facts, with: key)
        #expect(try press.sealed(facts, with: key) == made)
        let file = try press.certificate(for: facts, seal: made)
        #expect(try press.certificate(for: facts, seal: made) == file)
        let seal = try #require(SealedFacts(inPDF: file))
        #expect(seal == made && seal.isGenuine(by: key.publicKey))
        let statement = try JSONDecoder().decode(CertificateStatement.self, from: Data(seal.json))
        #expect(statement.facts == facts && statement.design == "attendance" && statement.key == key.publicKey.name)
        #expect(statement.canonicalJSON == seal.json)
        #expect(try JSONDecoder().decode(CertificateFacts.self, from: Data(seal.json)) == facts)
        let other = try #require(CertificateKey(secret: Self.secret.reversed()))
        #expect(!seal.isGenuine(by: other.publicKey))
        var changed = seal.json
        changed[changed.count / 2] ^= 1
        #expect(!SealedFacts(json: changed, signature: seal.signature).isGenuine(by: key.publicKey))
        #expect(SealedFacts(inPDF: try press.certificate(for: facts)) == nil)
        #expect(SealedFacts(inPDF: []) == nil)
    }

    @Test("the digest is that of the file with the digest and the signature as zeros, and any other byte changes it")
    func vouchesForTheFile() throws {
        let press = try Shared.press()
        let key = try #require(CertificateKey(secret: Self.secret))
        let facts = try Shared.facts(press, "Ann Lee")
        let seal = try press.sealed(facts, with: key)
        let file = try press.certificate(for: facts, seal: seal)
        let digest = try JSONDecoder().decode(CertificateStatement.self, from: Data(seal.json)).file
        #expect(SealedFacts.digest(ofFile: file) == digest)
        let zeros = String(repeating: "0", count: 64)
        let signature = seal.signature.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        let text = String(decoding: file, as: Unicode.ASCII.self)
        #expect(text.contains(digest) && text.contains(signature))
        var blank = file
        for digits in [digest, signature] {
            let start = try #require(blank.firstRange(of: Array(digits.utf8))?.lowerBound)
            for place in 0..<digits.utf8.count { blank[start + place] = zeros.utf8.first ?? 0 }
        }
        #expect(SHA256.hash(data: blank).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() == digest)
        for place in stride(from: 0, to: file.count, by: 97) {
            var altered = file
            altered[place] ^= 1
            let seal = SealedFacts(inPDF: altered)
            let isCaught =
                SealedFacts.digest(ofFile: altered) != digest || seal?.isGenuine(by: key.publicKey) != true
            #expect(isCaught, "byte \(place)")
        }
        #expect(SealedFacts.digest(ofFile: file + Array("\n%%EOF\n".utf8)) != digest)
    }
}
