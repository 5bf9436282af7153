import CXXHash

/// 128 bits that tell two files apart; not a signature.
///
/// Source: XXH3 with 128 bits, Y. Collet, xxHash 0.8.
public struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
    /// The upper half.
    public let high: UInt64
    /// The lower half.
    public let low: UInt64

    /// Two halves.
    public init(high: UInt64, low: UInt64) { (self.high, self.low) = (high, low) }

    /// Reads a ``description``; nil for anything else.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count == 32, let high = UInt64(text.prefix(16), radix: 16),
            let low = UInt64(text.suffix(16), radix: 16)
        else { return nil }
        self.init(high: high, low: low)
    }

    /// 32 hexadecimal digits.
    public var description: String { Self.digits(high) + Self.digits(low) }

    private static func digits(_ half: UInt64) -> String {
        let digits = String(half, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

/// Takes a fingerprint while bytes go by; owns the state of the C library.
final class FingerprintStream {
    private let state: OpaquePointer?

    init() {
        state = XXH3_createState()
        if let state { _ = XXH3_128bits_reset(state) }
    }

    deinit { if let state { _ = XXH3_freeState(state) } }

    func update(_ bytes: UnsafeRawBufferPointer) {
        guard let state, bytes.count > 0 else { return }
        _ = cg_fingerprint_update(state, bytes.baseAddress, bytes.count)
    }

    var fingerprint: Fingerprint {
        guard let state else { return Fingerprint(high: 0, low: 0) }
        let digest = XXH3_128bits_digest(state)
        return Fingerprint(high: digest.high64, low: digest.low64)
    }
}
