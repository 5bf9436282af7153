import CertificateWriter
public import Programme
import Records

/// A run on which nobody has a certificate yet.
public struct NoCertificates: Refusal, Equatable {
    /// What a sentence calls the run.
    public let run: String
    /// The refusal for what a sentence calls a run.
    public init(run: String) { self.run = run }
    /// The sentence.
    public var description: String { "Nobody on \(run) has a certificate yet. Issue certificates first." }
}

extension Office {
    /// The certificate a booking earned, for staff of its run.
    public func certificate(of booking: ID<Booking>, on run: ID<Run>, by actor: Actor) async throws -> IssuedCertificate
    {
        try await records.read { reader in
            let summary = try reader.existingRun(run)
            try actor.require(.certificatesSeen, on: summary.run.subject)
            guard try reader.existingBooking(booking).booking.run == run else {
                throw UnknownThing.booking(booking.description)
            }
            guard let stored = try reader.certificate(of: booking), stored.revoked == nil else {
                throw NoCertificates(run: summary.run.label)
            }
            return try IssuedCertificate(stored, isNew: false)
        }
    }

    /// The newest certificate of a booking with how it stands, revoked or not, for staff of its run; nil when there is none.
    public func certificateRecord(of booking: ID<Booking>, on run: ID<Run>, by actor: Actor) async throws -> (
        certificate: IssuedCertificate, standing: CertificateStanding
    )? {
        let today = try today()
        return try await records.read { reader in
            try actor.require(.certificatesSeen, on: try reader.existingRun(run).run.subject)
            guard try reader.existingBooking(booking).booking.run == run,
                let stored = try reader.certificate(of: booking)
            else { return nil }
            return (try IssuedCertificate(stored, isNew: false), try CertificateStanding(stored, on: today))
        }
    }

    /// Every certificate of a run in one file to print, in the order of the register; one design only.
    public func printFile(
        ofRun id: ID<Run>,
        design: String = PressRoom.usualDesign,
        by actor: Actor
    ) async throws -> [UInt8] {
        let (run, facts) = try await records.read { reader in
            guard let sheet = try reader.register(of: id) else {
                throw UnknownThing.run(id, nearest: try reader.runNumbers(near: id))
            }
            try actor.require(.certificatesSeen, on: sheet.summary.run.subject)
            let issued = try sheet.lines.compactMap { line in
                try reader.certificate(of: line.booking).flatMap { stored in
                    stored.revoked == nil && stored.design == design
                        ? try IssuedCertificate(stored, isNew: false).facts : nil
                }
            }
            return (sheet.summary.run, issued)
        }
        guard !facts.isEmpty else { throw NoCertificates(run: run.label) }
        return try presses.press(design).printFile(of: facts, title: "\(run.title), \(run.starts.date)")
    }
}
