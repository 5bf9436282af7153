import Programme

/// The languages a name may be in, as people call them themselves; the certificate chooses its letters by it.
enum NameLanguages {
    static let all: [(value: String, label: String)] = [
        ("", "I do not know, or it makes no difference"),
        ("ar", "العربية (Arabic)"), ("bn", "বাংলা (Bengali)"), ("zh-Hans", "简体中文 (Chinese, simplified)"),
        ("zh-Hant", "繁體中文 (Chinese, traditional)"), ("cy", "Cymraeg (Welsh)"), ("en", "English"),
        ("fa", "فارسی (Farsi)"), ("gu", "ગુજરાતી (Gujarati)"), ("hi", "हिन्दी (Hindi)"), ("ja", "日本語 (Japanese)"),
        ("ko", "한국어 (Korean)"), ("ne", "नेपाली (Nepali)"), ("ps", "پښتو (Pashto)"), ("pl", "polski (Polish)"),
        ("pa", "ਪੰਜਾਬੀ (Punjabi, Gurmukhi)"), ("pa-Arab", "پنجابی (Punjabi, Shahmukhi)"), ("ro", "română (Romanian)"),
        ("ru", "русский (Russian)"), ("ta", "தமிழ் (Tamil)"), ("tr", "Türkçe (Turkish)"),
        ("uk", "українська (Ukrainian)"),
        ("ur", "اردو (Urdu)"), ("vi", "Tiếng Việt (Vietnamese)"),
    ]

    /// A choice that was sent, or nil for none of these.
    static func known(_ tag: String) -> String? { all.contains { $0.value == tag } && !tag.isEmpty ? tag : nil }
}

/// A name with what a browser needs to draw it: its language.
struct NameText: Sendable {
    let text: String
    let language: String?

    init(text: String, language: String?) { (self.text, self.language) = (text, language) }

    init(_ name: PersonName, language: String?) {
        text = name.text
        self.language = language
    }

    init(_ person: Person) { self.init(person.name, language: person.language) }
}
