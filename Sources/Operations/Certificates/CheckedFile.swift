public import CertificateWriter
import Crypto
public import Programme

/// What a certificate file proves by itself, without any register: whose key signed it, what it certifies, and whether the
/// page is the one that was signed.
public struct CheckedFile: Sendable {
    /// How far the page could be compared.
    public enum Page: String, Sendable {
        /// The file is byte for byte what its facts come out as here.
        case identical
        /// The fonts, the design or the program here are not those it was made with, so that only a person can compare.
        case notComparable = "not comparable"
    }

    /// The facts as signed.
    public let facts: CertificateFacts
    /// The facts with their signature.
    public let seal: SealedFacts
    /// How far the page could be compared.
    public let page: Page

    /// Checks the bytes of a file that sentences call `file` against public keys.
    ///
    /// - Throws: ``CertificateOperationRefusal`` when it carries no seal, when no listed key made it, when its facts were
    ///   changed, or when the page was.
    public init(
        _ bytes: [UInt8],
        named file: String,
        keys: [CertificatePublicKey],
        presses: PressRoom
    ) throws {
        guard let seal = SealedFacts(inPDF: bytes) else { throw CertificateOperationRefusal.unsigned(file: file) }
        guard keys.contains(where: { $0.name == seal.keyName }) else {
            throw CertificateOperationRefusal.unknownKey(file: file, key: seal.keyName)
        }
        guard seal.isGenuine(keys),
            let statement = try? FrozenMaterial.value(
                CertificateStatement.self,
                String(decoding: seal.json, as: UTF8.self)
            )
        else { throw CertificateOperationRefusal.forged(file: file) }
        facts = statement.facts
        self.seal = seal
        guard let press = try? presses.press(statement.design), let here = try? press.statement(for: facts),
            here == statement
        else {
            page = .notComparable
            return
        }
        guard try press.certificate(for: facts, seal: seal) == bytes else {
            throw CertificateOperationRefusal.altered(file: file, number: facts.number.description)
        }
        page = .identical
    }

    /// What the file says of itself on a day. Whether it was revoked or superseded since, only the register knows.
    public func standing(on today: CalendarDate) -> CertificateStanding { CertificateStanding(facts, on: today) }
}
