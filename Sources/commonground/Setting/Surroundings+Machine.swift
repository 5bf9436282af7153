import Crypto
import Foundation
import Operations

extension Surroundings {
    /// This machine's clock, chance and zones.
    static let ofThisMachine = Surroundings(
        now: { Date() },
        randomBytes: { count in
            var generator = SystemRandomNumberGenerator()
            return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        },
        zone: { TimeZone(identifier: $0) }
    )
}

/// Digests for the records.
enum Fingerprints {
    static func sha256(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }
}
