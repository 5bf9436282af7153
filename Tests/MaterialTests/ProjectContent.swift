import Foundation
import Testing

@testable import Material

/// The content folder of this checkout.
enum ProjectContent {
    static let folder = ContentFolder(
        path: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path
    )
}
