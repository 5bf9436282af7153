import Testing

/// What `hb-shape` says of a text, to hold our shaping against glyph for glyph.
///
/// Made with HarfBuzz 6.0 and Debian's fonts-noto-core 20201225 and fonts-noto-cjk 20220127:
/// `hb-shape --no-glyph-names --no-clusters --direction=… --script=… --language=… --face-index=…
/// --remove-default-ignorables --cluster-level=0 FILE TEXT`. A font file of another size is another font; its row is skipped.
struct Reference: Sendable, CustomTestStringConvertible {
    let file: String
    let bytes: Int
    let index: Int
    let script: String
    let language: String
    let text: String
    let glyphs: String
    var testDescription: String { text }

    static let all = [
        Reference(
            file: "/usr/share/fonts/truetype/noto/NotoSerifGurmukhi-Regular.ttf",
            bytes: 52680,
            index: 0,
            script: "Guru",
            language: "pa",
            text: "ਹਰਪ੍ਰੀਤ ਕੌਰ",
            glyphs: "50+525|44+517|38+577|112+0|54+275|33+587|3+260|18+576|60+0|44+527"
        ),
        Reference(
            file: "/usr/share/fonts/truetype/noto/NotoNastaliqUrdu-Regular.ttf",
            bytes: 570552,
            index: 0,
            script: "Arab",
            language: "ur",
            text: "محمد عثمان خان",
            glyphs:
                "18@397,-1+0|234+861|231+263|11@238,-223+0|972+0|368+494|3+132|18@397,-1+0|234+861|231+263|810+304|13@38,-53+0|397@0,321+225|972+0|566@0,416+554|3+132|238+362|810+304|675@0,321+84|972+0|792@0,696+512"
        ),
        Reference(
            file: "/usr/share/fonts/truetype/noto/NotoNaskhArabic-Regular.ttf",
            bytes: 175792,
            index: 0,
            script: "Arab",
            language: "ar",
            text: "فاطمة الزهراء",
            glyphs: "1+437|3+238|212+404|512+508|214+404|449+212|3+238|1364+221|533+467|484+413|294+660|4+253|326+420"
        ),
        Reference(
            file: "/usr/share/fonts/truetype/noto/NotoSerifBengali-Regular.ttf",
            bytes: 263204,
            index: 0,
            script: "Beng",
            language: "bn",
            text: "শ্রী রহমান",
            glyphs: "494+725|188+194|505+258|425+511|171+466|292+544|5+214|326+524"
        ),
        Reference(
            file: "/usr/share/fonts/truetype/noto/NotoSerifGujarati-Regular.ttf",
            bytes: 144936,
            index: 0,
            script: "Gujr",
            language: "gu",
            text: "પટેલ જિજ્ઞેશ",
            glyphs: "43+543|32+482|68@-130,0+0|50+638|3+299|101+251|29+702|254+694|68+0|53+709"
        ),
        Reference(
            file: "/usr/share/fonts/truetype/noto/NotoSerifTamil-Regular.ttf",
            bytes: 79628,
            index: 0,
            script: "Taml",
            language: "ta",
            text: "தமிழ்ச்செல்வி",
            glyphs:
                "175+854|92+924|66+232|84+924|60@-426,0+0|24+733|60@-291,0+0|42+878|24+733|78+1054|60@-504,0+0|206+1154|65+232"
        ),
        Reference(
            file: "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc",
            bytes: 26297400,
            index: 3,
            script: "Hani",
            language: "zh-Hant",
            text: "陳大文",
            glyphs: "43033+1000|14045+1000|20011+1000"
        ),
        Reference(
            file: "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc",
            bytes: 26297400,
            index: 0,
            script: "Hani",
            language: "ja",
            text: "渡邉",
            glyphs: "23652+1000|40619+1000"
        ),
        Reference(
            file: "/usr/share/fonts/truetype/noto/NotoSerif-Regular.ttf",
            bytes: 588876,
            index: 0,
            script: "Latn",
            language: "cy",
            text: "Siân Llŷr ap Gwŷdd",
            glyphs:
                "54+544|76+320|164+563|81+645|3+260|47+623|79+310|312+565|85+471|3+260|68+563|83+614|3+260|42+714|90+862|312+565|71+614|71+614"
        ),
        Reference(
            file: "/usr/share/fonts/truetype/noto/NotoSerif-Regular.ttf",
            bytes: 588876,
            index: 0,
            script: "Latn",
            language: "pl",
            text: "Łukasz Wójcik",
            glyphs: "258+623|88+635|78+585|68+563|86+451|93+511|3+260|58+987|181+577|77+300|70+492|76+320|78+585"
        ),
        Reference(
            file: "/usr/share/fonts/truetype/noto/NotoSerifEthiopic-Regular.ttf",
            bytes: 289600,
            index: 0,
            script: "Ethi",
            language: "am",
            text: "አበበ",
            glyphs: "3+578|7+646|7+646"
        ),
        Reference(
            file: "/usr/share/fonts/truetype/noto/NotoSerif-Regular.ttf",
            bytes: 588876,
            index: 0,
            script: "Latn",
            language: "vi",
            text: "Nguyễn Thị Ánh",
            glyphs: "49+763|74+538|88+635|92+565|798+535|81+645|3+260|55+613|75+635|804+320|3+260|131+705|81+645|75+635"
        ),
        Reference(
            file: "/usr/share/fonts/truetype/noto/NotoSerifDevanagari-Regular.ttf",
            bytes: 263856,
            index: 0,
            script: "Deva",
            language: "hi",
            text: "श्रीमती लक्ष्मी त्रिवेदी",
            glyphs:
                "355+639|32+246|80+556|71+538|32+246|3+260|83+655|286+428|80+556|32+246|3+260|603+246|341+575|84+503|39@-85,0+0|73+464|32+246"
        ),
        Reference(
            file: "/usr/share/fonts/truetype/noto/NotoSerifThai-Regular.ttf",
            bytes: 45992,
            index: 0,
            script: "Thai",
            language: "th",
            text: "สมชาย ศรีสุวรรณ",
            glyphs:
                "111+613|57+654|8+580|87+492|136+596|3+260|109+651|82+497|95@54,0+0|111+613|98@-28,0+0|134+517|82+497|82+497|71+920"
        ),
        Reference(
            file: "/usr/share/fonts/truetype/noto/NotoSerifHebrew-Regular.ttf",
            bytes: 31172,
            index: 0,
            script: "Hebr",
            language: "he",
            text: "שרה כהן־לוי",
            glyphs: "139+324|124+326|55+503|59+312|24+280|42+605|52+550|106+260|42+605|86+484|96+727"
        ),
        Reference(
            file: "/usr/share/fonts/truetype/noto/NotoSerifSinhala-Regular.ttf",
            bytes: 322832,
            index: 0,
            script: "Sinh",
            language: "si",
            text: "ශ්‍රීමතී",
            glyphs: "350+901|167+0|53+824|331+942"
        ),
        Reference(
            file: "/usr/share/fonts/truetype/noto/NotoSerif-Regular.ttf",
            bytes: 588876,
            index: 0,
            script: "Cyrl",
            language: "ru",
            text: "Андрей Йоффе",
            glyphs: "425+705|470+688|461+581|473+614|462+535|466+688|3+260|434+803|471+577|477+717|477+717|462+535"
        ),
        Reference(
            file: "/usr/share/fonts/truetype/noto/NotoSerifTibetan-Regular.ttf",
            bytes: 595476,
            index: 0,
            script: "Tibt",
            language: "bo",
            text: "བསྟན་འཛིན",
            glyphs: "27+641|1111+625|24+667|1261+180|37+630|32+610|1403@-608,0+0|24+667"
        ),
    ]
}
