import Testing

@testable import TextLayout

/// A small catalogue of Debian's Noto faces for tests.
enum Fonts {
    static let folder = "/usr/share/fonts/truetype/noto/"
    static let names = [
        "NotoSerif-Regular", "NotoNastaliqUrdu-Regular", "NotoNaskhArabic-Regular", "NotoSerifHebrew-Regular",
        "NotoSerifDevanagari-Regular", "NotoSerifThai-Regular",
    ]

    static func typesetter() throws -> Typesetter {
        let faces = try names.map { try FontFace(path: folder + $0 + ".ttf") }
        let catalogue = FontCatalogue(faces: faces) { _, script, language in
            switch script {
            case "Arab": language == "ur" ? [1, 2, 0] : [2, 0]
            case "Hebr": [3, 0]
            case "Deva": [4, 0]
            case "Thai": [5, 0]
            default: [0]
            }
        }
        return Typesetter(catalogue: catalogue)
    }
}
