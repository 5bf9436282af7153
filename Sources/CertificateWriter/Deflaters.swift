import PDFWriter
import Synchronization

/// Compressors to borrow: each is large, so threads hand them on instead of making one a file.
final class Deflaters: Sendable {
    /// A compressor that may move between threads. `@unchecked Sendable`: only one borrower has it at a time.
    private final class Box: @unchecked Sendable {
        // The streams of one person are so short that a higher level saves a few bytes for half as much time again, and the
        // shortest ones hardly shrink.
        let deflater = Deflater(level: 1, from: 400)
    }

    private let idle = Mutex<[Box]>([])

    /// Lends a compressor to `body` alone.
    func lend<Value>(
        _ body: (borrowing Deflater) throws(CertificateRefusal) -> Value
    ) throws(CertificateRefusal) -> Value {
        let box = idle.withLock { $0.popLast() } ?? Box()
        defer { idle.withLock { $0.append(box) } }
        return try body(box.deflater)
    }
}
