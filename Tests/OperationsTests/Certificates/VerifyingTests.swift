import CertificateWriter
import Foundation
import Operations
import Programme
import Testing

@Suite struct VerifyingTests {
    @Test("a certificate verifies by its number typed carelessly, and tells no more than it must")
    func byNumber() async throws {
        let taught = try await TaughtRun()
        let number = try await taught.issued().facts.number.description
        for code in [number, number.lowercased(), number.replacing("-", with: " ")] {
            let standing = try await taught.office.standing(ofCertificate: code)
            #expect(standing.status == .valid && standing.number == number && standing.contactMinutes == 345)
            #expect(standing.issuer == "example.org" && standing.version == 1)
            #expect(!"\(standing)".contains("Asha"))
        }
        await expectRefusal("CG-") { _ = try await taught.office.standing(ofCertificate: "CG-0000-0000-0000-1") }
        await expectRefusal("no certificate", "typing errors") {
            _ = try await taught.office.standing(ofCertificate: "CG-0000-0000-0000-0")
        }
    }

    @Test("a file verifies by its signature, and not when one byte differs, wherever it is") func byFile() async throws
    {
        let taught = try await TaughtRun()
        let (office, issued) = (taught.office, try await taught.issued())
        let pdf = try office.pdf(of: issued)
        #expect(try office.pdf(of: issued) == pdf)
        #expect(try await office.standing(ofFile: pdf, named: "a.pdf").status == .valid)
        for place in stride(from: 20, to: pdf.count, by: pdf.count / 40) {
            var altered = pdf
            altered[place] ^= 1
            await expectRefusal("a.pdf") { _ = try await office.standing(ofFile: altered, named: "a.pdf") }
        }
        await expectRefusal("a.pdf", "byte for byte") {
            _ = try await office.standing(ofFile: pdf + Array("1 0 obj<<>>endobj".utf8), named: "a.pdf")
        }
        await expectRefusal("b.pdf holds no certificate number") {
            _ = try await office.standing(ofFile: Array("%PDF-2.0".utf8), named: "b.pdf")
        }
        let receipts = taught.receipts
        #expect(try await office.ownCertificate(with: receipts[0].token).facts == issued.facts)
        await expectRefusal("certificate link") { _ = try await office.ownCertificate(with: receipts[1].token) }
        await expectRefusal("certificate link") { _ = try await office.ownCertificate(with: PrivateToken("x")) }
    }

    @Test("facts that somebody changed, a seal around another page, and a file another site signed are told apart")
    func forgeries() async throws {
        let taught = try await TaughtRun()
        let (office, issued) = (taught.office, try await taught.issued())
        let seal = try #require(issued.seal)
        let press = try office.presses.press()
        var facts = issued.facts
        facts.name = "Somebody Else"
        let (key, file) = (seal.statementParts.key, seal.statementParts.file)
        let forged = SealedFacts(
            json: CertificateStatement(facts: facts, design: "attendance", key: key, file: file).canonicalJSON,
            signature: seal.signature
        )
        await expectRefusal("f.pdf", "somebody changed it", "Do not rely on it") {
            _ = try await office.standing(ofFile: try press.certificate(for: facts, seal: forged), named: "f.pdf")
        }
        // The genuine seal around another name: the file is not the one that was signed.
        await expectRefusal("not, byte for byte", "Do not rely on it") {
            _ = try await office.standing(ofFile: try press.certificate(for: facts, seal: seal), named: "n.pdf")
        }
        await expectRefusal("not, byte for byte", "Do not rely on it") {
            let metadata = try office.pdf(of: issued).drop { _ in false }.suffix(6000)
            _ = try await office.standing(ofFile: Array(metadata), named: "m.pdf")
        }
        let stranger = try #require(CertificateKey(secret: Array(1...32)))
        let foreign = try press.sealed(issued.facts, with: stranger)
        await expectRefusal("not among the keys", "list of keys") {
            _ = try await office.standing(
                ofFile: try press.certificate(for: issued.facts, seal: foreign),
                named: "s.pdf"
            )
        }
        await expectRefusal("carries no signature") {
            _ = try CheckedFile(try press.certificate(for: facts), named: "u.pdf", keys: [])
        }
    }

    @Test("when fonts or design have changed the file is signed anew, and both it and the one given out before hold")
    func otherFonts() async throws {
        let taught = try await TaughtRun()
        let office = taught.office
        let issued = try await taught.issued()
        let seal = try #require(issued.seal)
        // As if the design had been another one on the day of issue: the digest that was signed is of other bytes.
        let content = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: office.keyFile.path)))
        let current = try #require((content as? [String: Any])?["current"] as? [String: Any])
        let encoded = try #require(current["secretKey"] as? String)
        let secret = try #require(Data(base64Encoded: encoded))
        let key = try #require(CertificateKey(secret: Array(secret)))
        let then = try key.seal(
            CertificateStatement(
                facts: issued.facts,
                design: "attendance",
                key: seal.statementParts.key,
                file: String(repeating: "0", count: 64)
            )
        )
        let json = String(decoding: then.json, as: UTF8.self)
        let digits = then.signature.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        try await taught.test.execute("UPDATE certificate SET facts = '\(json)', signature = x'\(digits)'")
        let again = try await taught.issued()
        #expect(again.seal == then && !again.isNew)
        let pdf = try office.pdf(of: again)
        #expect(SealedFacts(inPDF: pdf) != then)
        #expect(try await office.standing(ofFile: pdf, named: "now.pdf").status == .valid)
        try FileManager.default.removeItem(atPath: office.keyFile.path)
        await expectRefusal("no key file", "Restore the file") { _ = try office.pdf(of: again) }
    }

    @Test("a file checks without any register, with the keys that the site hands out, and expires by itself")
    func offline() async throws {
        let taught = try await TaughtRun()
        let pdf = try taught.office.pdf(of: try await taught.issued())
        let list = try PublicKeyList(try await taught.office.certificateKeys()).json()
        let keys = try #require(PublicKeyList(json: list)).keys.compactMap(\.key)
        let checked = try CheckedFile(pdf, named: "a.pdf", keys: keys)
        #expect(checked.facts.name == "Asha Patel" && checked.key == keys[0].name)
        #expect(checked.standing(on: try #require(CalendarDate("2029-07-04"))).status == .valid)
        #expect(checked.standing(on: try #require(CalendarDate("2029-07-05"))).status == .expired)
        #expect(PublicKeyList(json: Array("{}".utf8)) == nil)
    }

    @Test("a certificate from before there were seals is held byte for byte against what its number was issued with")
    func unsealed() async throws {
        let taught = try await TaughtRun()
        let issued = try await taught.issued()
        try await taught.test.execute("UPDATE certificate SET key_name = NULL, signature = NULL")
        let office = taught.office
        let pdf = try office.presses.press().certificate(for: issued.facts)
        #expect(try await office.standing(ofFile: pdf, named: "old.pdf").status == .valid)
        var altered = pdf
        altered[pdf.count / 2] ^= 1
        await expectRefusal("not, byte for byte") { _ = try await office.standing(ofFile: altered, named: "old.pdf") }
    }

    @Test("facts that were changed in the database show as drift")
    func drift() async throws {
        let taught = try await TaughtRun()
        _ = try await taught.issued()
        #expect(try await taught.office.verify(by: TestOffice.staff) == [])
        try await taught.test.execute("UPDATE certificate SET facts = replace(facts, 'Asha', 'Usha')")
        let drift = try await taught.office.verify(by: TestOffice.staff)
        #expect(drift.map(\.description).joined().contains("not those that were signed"))
    }
}

extension SealedFacts {
    /// The key and the digest that a statement names.
    fileprivate var statementParts: (key: String, file: String) {
        let statement = try? JSONDecoder().decode(CertificateStatement.self, from: Data(json))
        return (statement?.key ?? "", statement?.file ?? "")
    }
}
