import Crypto
import CryptoExtras
import FoundationEssentials

/// A password as scrypt keeps it, with the parameters beside the hash.
///
/// Source: RFC 7914; the cost of N = 2^15, r = 8, p = 1 (32 MiB, about 0.1 s).
struct PasswordHash {
    private static let cost = (rounds: 32_768, blockSize: 8, parallelism: 1)

    /// `scrypt$N$r$p$salt$hash` with salt and hash in hexadecimal.
    static func make(_ password: String, salt: [UInt8]) throws -> String {
        let hash = try derive(password, salt, cost)
        return "scrypt$\(cost.rounds)$\(cost.blockSize)$\(cost.parallelism)$\(hexadecimal(salt))$\(hexadecimal(hash))"
    }

    /// Whether a password is the one that was stored; takes the same time whatever was stored.
    static func matches(_ password: String, _ stored: String) throws -> Bool {
        let parts = stored.split(separator: "$").map(String.init)
        guard parts.count == 6, parts[0] == "scrypt", let rounds = Int(parts[1]), let blockSize = Int(parts[2]),
            let parallelism = Int(parts[3])
        else { return false }
        let hash = try derive(password, bytes(parts[4]), (rounds, blockSize, parallelism))
        let known = bytes(parts[5])
        guard hash.count == known.count else { return false }
        return zip(hash, known).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func derive(
        _ password: String,
        _ salt: [UInt8],
        _ cost: (rounds: Int, blockSize: Int, parallelism: Int)
    ) throws -> [UInt8] {
        let key = try KDF.Scrypt.deriveKey(
            from: Array(password.utf8),
            salt: salt,
            outputByteCount: 32,
            rounds: cost.rounds,
            blockSize: cost.blockSize,
            parallelism: cost.parallelism,
            maxMemory: 64 << 20
        )
        return key.withUnsafeBytes { Array($0) }
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private static func bytes(_ text: String) -> [UInt8] {
        let digits = text.compactMap(\.hexDigitValue)
        return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}
