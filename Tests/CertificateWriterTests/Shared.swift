import Foundation
import Material
import Programme

@testable import CertificateWriter

/// The designs that are shipped, and facts to print on them.
enum Shared {
    static let folder = ContentFolder(
        path: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized.path
    )

    static func press(_ design: String = "attendance") throws -> CertificatePress {
        let material = try CertificateMaterial(folder: folder)
        return try CertificatePress(design: try material.design(named: design), fonts: material.fonts)
    }

    static func recipient(_ name: String, language: String? = nil) throws -> CertificateRecipient {
        let cells = [
            "name": name, "course": "Defusing conflict and anti-social behaviour", "date": "2026-11-14|2026-11-21",
            "hours": "5.75", "trainer": "Margaret Okafor|Dafydd Llŷr", "area": "Milton Keynes",
            "language": language ?? "",
            "outcomes":
                "tell nuisance from crime|judge risk and choose to act, wait or leave|listen and lower the heat",
            "venue": "Wolverton Community Hall", "provider": "Dfuse, registered charity 1234567",
        ]
        return try CertificateRecipient { cells[$0] }
    }

    static func facts(_ press: CertificatePress, _ name: String, language: String? = nil) throws -> CertificateFacts {
        try press.facts(for: try recipient(name, language: language), site: "https://example.org")
    }
}
