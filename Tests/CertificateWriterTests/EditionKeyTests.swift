import Programme
import Testing

@testable import CertificateWriter

@Suite("Editions") struct EditionKeyTests {
    @Test(
        "a certificate brings one font for its name and none for its number",
        arguments: ["ਹਰਪ੍ਰੀਤ ਕੌਰ", "محمد عثمان خان", "陳大文", "Siân Llŷr"]
    )
    func bringsOneFont(_ name: String) throws {
        let press = try Shared.press("attendance")
        var facts = try Shared.facts(press, name)
        for bits in 0..<60 as Range<UInt64> {
            facts.number = CertificateNumber(bits: bits &* 0x9E37_79B9_7F4A_7C15)
            // A fifth of all numbers end in a check symbol that editions do not draw.
            guard !facts.number.description.contains(where: { "*~$=U".contains($0) }) else { continue }
            let words = String(decoding: try press.certificate(for: facts), as: UTF8.self)
            #expect(words.split(separator: "/Subtype/Type1C").count == 3, "\(facts.number)")
        }
    }

    @Test("letters of names tell editions apart, persons do not")
    func tellsApart() throws {
        let press = try Shared.press("attendance")
        let facts = try ["Ann Lee", "Siân Llŷr", "陳大文", "محمد عثمان خان"].map { try Shared.facts(press, $0) }
        let keys = facts.map(EditionKey.init)
        #expect(keys[0] == keys[1] && keys[2] == keys[3] && keys[0] != keys[2])
    }
}
