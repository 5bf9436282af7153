import Programme
import Testing
import TextLayout

@testable import CertificateWriter

@Suite("Tall names") struct TallNameTests {
    static let names: [(String, String?)] = [
        ("غلام مصطفیٰ قریشی", "ur"), ("نستعلیق چچچچچچ میں ٹٹٹ", "ur"), ("བསྟན་འཛིན་རྒྱ་མཚོ", "bo"), ("སྐྱྱྱེ", "bo"),
        ("Ź̂̃ā̅̆l̇̈̊g̋̌̍o̧̨̱", nil), ("Z\u{302}\u{302}\u{302}\u{302}\u{302}\u{302}\u{302}\u{302}oe", nil),
        ("g\u{323}\u{323}\u{323}\u{323}\u{323}\u{323}\u{323}\u{323}o", nil), ("Ẹ̀báńjọ Ǻ Ự Ḝ", "yo"), ("ñ", "es"),
        ("မြို့ကျွန်ုပ်", "my"), ("ញ៉ាំស្ត្រី", "km"), ("ກໍ່ໝູ່", "lo"), ("ปู่ป้า ที่ญี่ปุ่น", "th"), ("ക്ഷ്മ്യു ശ്രീ", "ml"),
        ("ᠪᠠᠲᠤ ᠳᠣᠷᠵᠢ", "mn-Mong"), ("שָׁלוֹם", "he"), ("ᐊᓪᓚᒃ ᓄᓇᕗᑦ", "iu"),
        (String(repeating: "مصطفیٰ قریشی چودھری ", count: 8), "ur"), (String(repeating: "བསྟན་འཛིན་ ", count: 12), "bo"),
        (String(repeating: "Ź̂̃ā̅̆l̇̈̊g̋̌̍o̧̨̱ ", count: 20), nil),
    ]

    @Test(
        "no ink leaves the name's box, and no line runs into the next",
        arguments: ["attendance", "bilingual"],
        names
    )
    func staysInside(_ design: String, _ name: (String, String?)) throws {
        let press = try Shared.press(design)
        let clean = try press.check(name: name.0, language: name.1).text
        let box = try #require(
            press.design.contents.compactMap { content -> DesignTextBox? in
                guard case .text(let box) = content, box.showsName else { return nil }
                return box
            }.first
        )
        let set = try press.painter.set(clean, in: box.box, style: box.style, language: name.1, givesSizeFirst: true)
        let top = press.painter.pageHeight - box.box.y * TextPainter.millimetre
        let bottom = top - box.box.height * TextPainter.millimetre
        var above = top + 0.01
        for (line, origin) in zip(set.fitted.lines, set.origins) {
            #expect(origin.y + line.inkTop * set.fitted.size <= above)
            above = origin.y + line.inkBottom * set.fitted.size + 0.01
            #expect(above >= bottom)
            #expect(origin.x >= box.box.x * TextPainter.millimetre - 0.01)
        }
        #expect(set.fitted.size >= 4.5)
    }
}
