import Foundation
import Testing

@testable import TextLayout

/// Names of every script in the font table, shaped by `hb-shape` while the test runs and by us, glyph for glyph.
@Suite("Shaping agrees with hb-shape in every script") struct EveryScriptTests {
    struct Script: Sendable, CustomTestStringConvertible {
        let code: String
        let language: String
        let file: String
        var index = 0
        var isRightToLeft = false
        let names: [String]
        var testDescription: String { "\(code), \(language)" }
        var path: String {
            file.hasSuffix("ttc") ? "/usr/share/fonts/opentype/noto/\(file)" : "\(Fonts.folder)Noto\(file)-Regular.ttf"
        }
    }

    static let scripts = [
        Script(code: "Latn", language: "en", file: "SerifDisplay", names: ["Geoffrey Affleck Fjordman", "AVATAR Ty"]),
        Script(code: "Latn", language: "vi", file: "SerifDisplay", names: ["Trần Đặng Hữu Phước Lộc"]),
        Script(code: "Latn", language: "yo", file: "SerifDisplay", names: ["Ọláolúwa Ẹ̀báńjọ Adéṣọlá"]),
        Script(code: "Latn", language: "tr", file: "SerifDisplay", names: ["İbrahim Işık fıstık"]),
        Script(code: "Grek", language: "el", file: "SerifDisplay", names: ["Ελευθερία Παπαδοπούλου", "Ἀθηνᾶ"]),
        Script(code: "Cyrl", language: "bg", file: "SerifDisplay", names: ["Йордан Въчков"]),
        Script(code: "Cyrl", language: "ru", file: "SerifDisplay", names: ["Екатерина Щербакова-Ёлкина"]),
        Script(code: "Armn", language: "hy", file: "SerifArmenian", names: ["Եւա Մխիթարեան", "մն մե մի վն մխ"]),
        Script(code: "Geor", language: "ka", file: "SerifGeorgian", names: ["ნინო ბერიძე"]),
        Script(code: "Ethi", language: "am", file: "SerifEthiopic", names: ["ተስፋዬ ገብረ ሥላሴ"]),
        Script(
            code: "Hebr",
            language: "he",
            file: "SerifHebrew",
            isRightToLeft: true,
            names: ["שָׁלוֹם כהן־לוי", "יִצְחָק"]
        ),
        Script(
            code: "Arab",
            language: "ar",
            file: "NaskhArabic",
            isRightToLeft: true,
            names: ["محمد عبد الرحمن الحسيني", "لالة اللـه بن صلاح", "مُحَمَّد"]
        ),
        Script(
            code: "Arab",
            language: "ur",
            file: "NastaliqUrdu",
            isRightToLeft: true,
            names: ["غلام مصطفیٰ قریشی", "محمد عثمان خان", "چودھری"]
        ),
        Script(code: "Arab", language: "fa", file: "NaskhArabic", isRightToLeft: true, names: ["پورمحمدی\u{200C}نژاد"]),
        Script(code: "Arab", language: "sd", file: "NaskhArabic", isRightToLeft: true, names: ["ڄام ڳوٺ ڦلپوٽو"]),
        Script(
            code: "Syrc",
            language: "syr",
            file: "SansSyriac",
            isRightToLeft: true,
            names: ["ܝܘܚܢܢ ܒܪ ܐܦܪܝܡ", "ܫܠܳܡܳܐ"]
        ),
        Script(code: "Thaa", language: "dv", file: "SansThaana", isRightToLeft: true, names: ["އިބްރާހީމް ނަޝީދު"]),
        Script(code: "Nkoo", language: "nqo", file: "SansNKo", isRightToLeft: true, names: ["ߡߊ߬ߡߊ߬ߘߎ߫ ߞߋ߲߬ߓߊ"]),
        Script(code: "Adlm", language: "ff", file: "SansAdlam", isRightToLeft: true, names: ["𞤀𞤤𞤭𞥅𞤵 𞤁𞤭𞤢𞤤𞤮"]),
        Script(code: "Guru", language: "pa", file: "SerifGurmukhi", names: ["ਹਰਪ੍ਰੀਤ ਕੌਰ ਗਿੱਲ", "ਸ਼੍ਰੀਮਤੀ"]),
        Script(code: "Deva", language: "hi", file: "SerifDevanagari", names: ["लक्ष्मी त्रिवेदी", "ज़ुबैदा फ़ारूक़ी", "क्\u{200D}ष"]),
        Script(code: "Deva", language: "mr", file: "SerifDevanagari", names: ["ज्ञानेश्वर सुर्\u{200D}यवंशी"]),
        Script(code: "Gujr", language: "gu", file: "SerifGujarati", names: ["જ્યોત્સ્નાબેન પટેલ", "હર્ષિદા"]),
        Script(code: "Beng", language: "bn", file: "SerifBengali", names: ["শ্রাবন্তী চট্টোপাধ্যায়", "র\u{200D}্যাটসন ৎসাই"]),
        Script(code: "Orya", language: "or", file: "SansOriya", names: ["ଶ୍ରୀମତୀ ଦାସ"]),
        Script(code: "Taml", language: "ta", file: "SerifTamil", names: ["ஸ்ரீகாந்த் கிருஷ்ணமூர்த்தி", "லக்ஷ்மி"]),
        Script(code: "Telu", language: "te", file: "SerifTelugu", names: ["శ్రీనివాస్ రెడ్డి"]),
        Script(code: "Knda", language: "kn", file: "SerifKannada", names: ["ಕೃಷ್ಣಪ್ಪ ಜ್ಯೋತ್ಸ್ನಾ"]),
        Script(code: "Mlym", language: "ml", file: "SerifMalayalam", names: ["ശ്രീജിത്ത് കൃഷ്ണൻ"]),
        Script(code: "Sinh", language: "si", file: "SerifSinhala", names: ["ශ්\u{200D}රීමතී වික්\u{200D}රමසිංහ"]),
        Script(code: "Thai", language: "th", file: "SerifThai", names: ["สมชาย ศรีสุวรรณ", "ญาฐิฎฏุ์ ปู่ป้า"]),
        Script(code: "Laoo", language: "lo", file: "SerifLao", names: ["ສົມສັກ ຄຳໝູ່"]),
        Script(code: "Khmr", language: "km", file: "SerifKhmer", names: ["សុខ ចាន់ធារ៉ា"]),
        Script(code: "Mymr", language: "my", file: "SerifMyanmar", names: ["အောင်ဆန်း ခင်မြို့"]),
        Script(code: "Tibt", language: "bo", file: "SerifTibetan", names: ["བསྟན་འཛིན་རྒྱ་མཚོ"]),
        Script(code: "Tfng", language: "zgh", file: "SansTifinagh", names: ["ⴰⵎⵉⵏⴰ ⵢⵉⴷⵉⵔ"]),
        Script(code: "Cher", language: "chr", file: "SansCherokee", names: ["ᏣᎳᎩ ᏏᏉᏯ"]),
        Script(code: "Cans", language: "iu", file: "SansCanadianAboriginal", names: ["ᐊᓪᓚᒃ ᓄᓇᕗᑦ"]),
        Script(code: "Olck", language: "sat", file: "SansOlChiki", names: ["ᱨᱟᱢ ᱢᱩᱨᱢᱩ"]),
        Script(code: "Mong", language: "mn", file: "SansMongolian", names: ["ᠪᠠᠲᠤ ᠳᠣᠷᠵᠢ"]),
        Script(code: "Hani", language: "ja", file: "NotoSerifCJK-Regular.ttc", names: ["渡邉\u{E0104}"]),
        Script(code: "Hira", language: "ja", file: "NotoSerifCJK-Regular.ttc", names: ["さくら"]),
        Script(code: "Hang", language: "ko", file: "NotoSerifCJK-Regular.ttc", index: 1, names: ["김민서 황보"]),
        Script(code: "Hani", language: "zh-Hans", file: "NotoSerifCJK-Regular.ttc", index: 2, names: ["欧阳晓明"]),
        Script(code: "Hani", language: "zh-Hant", file: "NotoSerifCJK-Regular.ttc", index: 3, names: ["陳嘉慧𨋢"]),
    ]

    static let program = "/usr/bin/hb-shape"

    @Test(
        "glyph for glyph",
        .enabled(if: FileManager.default.isExecutableFile(atPath: program)),
        arguments: scripts.filter { size(of: $0.path) > 0 }
    )
    func agrees(_ script: Script) throws {
        let face = try FontFace(path: script.path, index: script.index)
        let typesetter = Typesetter(catalogue: FontCatalogue(faces: [face]) { _, _, _ in [0] })
        for name in script.names {
            let line = try typesetter.line(
                name.precomposedStringWithCanonicalMapping,
                kind: "name",
                language: script.language
            )
            let ours = line.clusters.flatMap { cluster in
                cluster.glyphs.map { glyph in
                    let left = Int((cluster.x * Double(face.unitsPerEm)).rounded()) + Int(glyph.x)
                    return ShapingTests.Placed(glyph: glyph.glyph, x: left, y: Int(glyph.y))
                }
            }
            let theirs = ShapingTests.placed(try Self.shape(name.precomposedStringWithCanonicalMapping, script))
            #expect(!theirs.isEmpty)
            #expect(ours.sorted() == theirs.sorted(), "\(name)")
        }
    }

    /// What `hb-shape` says, as `glyph@x,y+advance|…`.
    static func shape(_ text: String, _ script: Script) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: program)
        process.arguments = [
            "--no-glyph-names", "--no-clusters", "--remove-default-ignorables", "--cluster-level=0",
            "--direction=\(script.isRightToLeft ? "rtl" : "ltr")", "--script=\(script.code)",
            "--language=\(script.language)", "--face-index=\(script.index)", script.path, text,
        ]
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self).trimmingCharacters(in: CharacterSet(charactersIn: "[]\n"))
    }
}
