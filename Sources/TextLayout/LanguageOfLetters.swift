import CHarfBuzz
import CICU

/// The language to shape letters in: the one asked for when it is written in their script, else the one their letters betray.
enum LanguageOfLetters {
    /// A BCP 47 tag for the letters of one script, or nil when nothing depends on it; `letters` are those of the whole text, so
    /// that kana or hangul anywhere in a name tell what its ideographs are.
    static func tag(asked: String?, script: hb_script_t, letters: some Sequence<Unicode.Scalar>) -> String? {
        let asked = asked == "und" ? nil : asked
        let primary = asked.map { $0.prefix { $0 != "-" }.lowercased() }
        switch script {
        case HB_SCRIPT_ARABIC:
            if let asked, let primary, arabicScript.contains(primary) { return asked }
            return arabic(letters)
        case HB_SCRIPT_HAN, HB_SCRIPT_BOPOMOFO:
            if let asked, let primary, primary == "ja" || primary == "ko" { return asked }
            if primary != "zh", primary != "yue" {
                let scripts = letters.map { hb_unicode_script(hb_unicode_funcs_get_default(), $0.value) }
                if scripts.contains(HB_SCRIPT_HIRAGANA) || scripts.contains(HB_SCRIPT_KATAKANA) { return "ja" }
                if scripts.contains(HB_SCRIPT_HANGUL) { return "ko" }
            }
            return chinese(asked: asked, primary: primary, letters: letters)
        case HB_SCRIPT_HIRAGANA, HB_SCRIPT_KATAKANA: return "ja"
        case HB_SCRIPT_HANGUL: return "ko"
        case HB_SCRIPT_CYRILLIC:
            if let asked, let primary, !latinOnly.contains(primary) { return asked }
            return letters.contains { "ґҐєЄіІїЇ".unicodeScalars.contains($0) } ? "uk" : "ru"
        default:
            guard let ownLanguage = languages[ScriptRuns.code(of: script)] else { return asked }
            guard let primary, !latinOnly.contains(primary) else { return ownLanguage }
            return asked
        }
    }

    /// The language most people write in a script; it tells a screen reader more than the language of the page does.
    private static let languages = [
        "Grek": "el", "Armn": "hy", "Geor": "ka", "Hebr": "he", "Ethi": "am", "Deva": "hi", "Guru": "pa", "Gujr": "gu",
        "Beng": "bn", "Orya": "or", "Taml": "ta", "Telu": "te", "Knda": "kn", "Mlym": "ml", "Sinh": "si", "Thai": "th",
        "Laoo": "lo", "Khmr": "km", "Mymr": "my", "Tibt": "bo", "Thaa": "dv", "Syrc": "syr", "Cher": "chr",
        "Cans": "iu",
        "Nkoo": "nqo", "Olck": "sat", "Tfng": "zgh",
    ]

    private static let arabicScript: Set<String> = [
        "ar", "arb", "fa", "prs", "ur", "ps", "sd", "ku", "ckb", "ug", "pa", "pnb", "skr", "ks", "bal", "azb", "ha",
        "ms",
        "arz", "apc", "ary", "acm", "ajp", "dv",
    ]
    private static let latinOnly: Set<String> = [
        "en", "cy", "pl", "ro", "pt", "es", "fr", "de", "it", "tr", "lt", "so",
    ]

    private static func arabic(_ letters: some Sequence<Unicode.Scalar>) -> String {
        if letters.contains(where: { "ٹڈڑںےہ".unicodeScalars.contains($0) }) { return "ur" }
        if letters.contains(where: { "ښړګټډ".unicodeScalars.contains($0) }) { return "ps" }
        if letters.contains(where: { "ڻڳڄڃڦڀٿ".unicodeScalars.contains($0) }) { return "sd" }
        if letters.contains(where: { "ۇۈۋ".unicodeScalars.contains($0) }) { return "ug" }
        if letters.contains(where: { "ڕێۆڵڤ".unicodeScalars.contains($0) }) { return "ckb" }
        if letters.contains(where: { "پچژگکی".unicodeScalars.contains($0) }) { return "fa" }
        return "ar"
    }

    /// Of texts without a region the letters decide: all in GB 2312 is simplified, else all in Big5 is traditional.
    private static func chinese(asked: String?, primary: String?, letters: some Sequence<Unicode.Scalar>) -> String {
        if let asked, primary == "zh" || primary == "yue" {
            let parts = asked.lowercased().split(separator: "-")
            if parts.contains("hant") || parts.contains("tw") || parts.contains("mo") { return "zh-Hant" }
            if parts.contains("hk") || primary == "yue" { return "zh-Hant-HK" }
            if parts.contains("hans") || parts.contains("cn") || parts.contains("sg") { return "zh-Hans" }
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: letters.filter(\.properties.isIdeographic))
        let units = Array(String(view).utf16)
        if cg_fits_character_set("gb2312", units, Int32(units.count)) != 0 { return "zh-Hans" }
        return cg_fits_character_set("Big5", units, Int32(units.count)) != 0 ? "zh-Hant" : "zh-Hans"
    }
}
