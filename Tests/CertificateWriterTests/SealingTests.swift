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
        #expect(key.publicKey == Self.known)
        #expect(CertificateKey(secret: [1, 2, 3]) == nil)
    }

    @Test("a file carries its facts and their signature, and a change breaks it")
    func travelsInTheFile() throws {
        let press = try Shared.press()
        let key = try #require(CertificateKey(secret: Self.secret))
        let facts = try Shared.facts(press, #"Anne & <Bob> "Q" (x)\y %PDF"#)
        let file = try press.certificate(for: facts, seal: try key.seal(facts))
        #expect(try press.certificate(for: facts, seal: try key.seal(facts)) == file)
        let seal = try #require(SealedFacts(inPDF: file))
        #expect(seal.isGenuine(publicKeys: [[], key.publicKey]))
        #expect(try JSONDecoder().decode(CertificateFacts.self, from: Data(seal.json)) == facts)
        #expect(!seal.isGenuine(publicKeys: []))
        let other = try #require(CertificateKey(secret: Self.secret.reversed()))
        #expect(!seal.isGenuine(publicKeys: [other.publicKey]))
        var changed = seal.json
        changed[changed.count / 2] ^= 1
        let spoilt = SealedFacts(json: changed, keyName: seal.keyName, signature: seal.signature)
        #expect(!spoilt.isGenuine(publicKeys: [key.publicKey]))
        #expect(SealedFacts(inPDF: try press.certificate(for: facts)) == nil)
        #expect(SealedFacts(inPDF: []) == nil)
    }
}
