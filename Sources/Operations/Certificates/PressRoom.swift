public import CertificateWriter
public import Material
import Programme
import Synchronization

/// Compiles each certificate design at its first use and lends it to every thread.
public final class PressRoom: Sendable {
    /// The design certificates are drawn with unless another is named.
    public static let usualDesign = "attendance"

    private let folder: ContentFolder
    private let presses = Mutex<[String: CertificatePress]>([:])

    /// A press room over a content folder; nothing is read before the first certificate.
    public init(folder: ContentFolder) { self.folder = folder }

    /// The press of a design.
    /// - Throws: `MaterialFaults`, `UnknownDesign`, or a `CertificateRefusal` that names a font file that cannot be used.
    public func press(_ design: String = PressRoom.usualDesign) throws -> CertificatePress {
        try presses.withLock { presses in
            if let press = presses[design] { return press }
            let material = try CertificateMaterial(folder: folder, design: design)
            let press = try CertificatePress(design: try material.design(named: design), fonts: material.fonts)
            presses[design] = press
            return press
        }
    }
}
