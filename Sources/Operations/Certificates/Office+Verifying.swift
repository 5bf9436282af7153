import FoundationEssentials
public import Programme
import Records

extension Office {
    /// What anybody may learn of a certificate by its number, typed forgivingly.
    public func standing(ofCertificate code: String) async throws -> CertificateStanding {
        let number = try CertificateNumber(code)
        let today = try today()
        return try await records.read { reader in
            guard let stored = try reader.certificate(digest: number.digest) else {
                throw UnknownThing.certificate(number.description)
            }
            return try CertificateStanding(stored, on: today)
        }
    }

    /// Checks a PDF that somebody holds: its signature, every byte of it, and what the register says of its version.
    ///
    /// A file from before there were signatures is held byte for byte against what its number was issued with.
    /// - Throws: ``CertificateOperationRefusal`` when it is not what was issued.
    public func standing(ofFile bytes: [UInt8], named file: String) async throws -> CertificateStanding {
        let checked: CheckedFile
        do {
            checked = try CheckedFile(bytes, named: file, keys: try await certificateKeys().map(\.key))
        } catch CertificateOperationRefusal.unsigned {
            return try await standing(ofUnsealed: bytes, named: file)
        }
        let (number, today) = (checked.facts.number, try today())
        let versions = try await records.read { reader in try reader.certificateVersions(digest: number.digest) }
        let stored = try versions.first {
            try FrozenMaterial.value(CertificateFacts.self, $0.facts) == checked.facts
        }
        guard let stored else {
            throw CertificateOperationRefusal.unregistered(file: file, number: number.description)
        }
        return try CertificateStanding(stored, on: today)
    }

    private func standing(ofUnsealed bytes: [UInt8], named file: String) async throws -> CertificateStanding {
        guard let number = Self.number(in: bytes) else { throw CertificateOperationRefusal.noNumber(file: file) }
        let today = try today()
        let versions = try await records.read { reader in try reader.certificateVersions(digest: number.digest) }
        guard !versions.isEmpty else { throw UnknownThing.certificate(number.description) }
        let same = try versions.first { try $0.seal == nil && pdf(of: IssuedCertificate($0, isNew: false)) == bytes }
        guard let same else { throw CertificateOperationRefusal.altered(file: file, number: number.description) }
        return try CertificateStanding(same, on: today)
    }

    /// The certificate a private link is for; a booking's own link opens it too.
    public func ownCertificate(with token: PrivateToken) async throws -> IssuedCertificate {
        let booking: ID<Booking>
        do {
            booking = try await subject(of: token, .certificate)
        } catch UnknownThing.link {
            do {
                booking = try await subject(of: token, .booking)
            } catch UnknownThing.link { throw UnknownThing.link(.certificate) }
        }
        return try await records.read { reader in
            guard let stored = try reader.certificate(of: booking), stored.revoked == nil else {
                throw UnknownThing.link(.certificate)
            }
            return try IssuedCertificate(stored, isNew: false)
        }
    }

    /// Takes a certificate back; the verify page says so from then on.
    public func revokeCertificate(_ code: String, reason: String, by actor: Actor) async throws -> CertificateStanding {
        let code = try CertificateNumber(code)
        let number = code.description
        guard !reason.isEmpty else { throw CertificateOperationRefusal.reasonMissing(number: number) }
        let (now, today) = (surroundings.now(), try today())
        let standing = try await records.change(actor, .certificateRevoked, at: now) { ledger in
            guard let stored = try ledger.read.certificate(digest: code.digest) else {
                throw UnknownThing.certificate(number)
            }
            let run = try ledger.read.existingRun(try ledger.read.existingBooking(stored.booking).booking.run).run
            try actor.require(.certificateRevoked, on: run.subject)
            guard stored.revoked == nil else { throw CertificateOperationRefusal.revokedAlready(number: number) }
            try ledger.revokeCertificate(number: number, reason: reason, at: now)
            try ledger.note("certificate:\(stored.id)", ["revoked": "yes"])
            return try CertificateStanding(try ledger.read.certificate(digest: code.digest) ?? stored, on: today)
        }
        tell(.certificateRevoked, [:])
        return standing
    }

    /// The first well-formed number in a file's bytes.
    private static func number(in bytes: [UInt8]) -> CertificateNumber? {
        let length = "CG-0000-0000-0000-0".utf8.count
        let prefix = Array("CG-".utf8)
        guard bytes.count >= length else { return nil }
        for start in 0...(bytes.count - length) where bytes[start] == prefix[0] && bytes[start + 1] == prefix[1] {
            guard bytes[start + 2] == prefix[2] else { continue }
            let text = String(decoding: bytes[start..<(start + length)], as: UTF8.self)
            if let number = try? CertificateNumber(text) { return number }
        }
        return nil
    }
}
