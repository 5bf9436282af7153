import CertificateWriter
import Operations
import Programme

/// A certificate to be written: facts, their seal when they were signed, and the design.
struct BatchCertificate: Sendable {
    var facts: CertificateFacts
    var seal: SealedFacts?
    var design: String

    init(facts: CertificateFacts, design: String) { (self.facts, self.design) = (facts, design) }

    /// What the register of certificates holds.
    init(_ issued: IssuedCertificate) { (facts, seal, design) = (issued.facts, issued.seal, issued.design) }
}

/// Where a batch of certificates goes: a folder, or one zip file when the name ends with `.zip`; and one file to print.
///
/// Everything is there in the end, or nothing.
struct CertificateOutput {
    /// The folder or zip file; nil for none.
    var place: String?
    /// The file to print; nil for none.
    var merged: String?
    /// How many threads typeset.
    var workers: Int

    /// Rows asked for at a time: enough to keep every worker busy, few enough to forget about.
    private static let window = 1024

    /// Typesets what `next` gives, one after the other until nil, on every worker, and writes it; the names of the files.
    ///
    /// `next` and `check` are called on the caller's task, in order, and `check` before anything is brought out;
    /// `certificate` makes the certificate of a thing on any worker. The file to print holds the certificates of `design`,
    /// and `title` gives its title by the first of them.
    func write<Thing: Sendable>(
        _ next: () throws -> Thing?,
        presses: PressRoom,
        printing design: String,
        title: (CertificateFacts) -> String,
        certificate: @escaping @Sendable (Thing) throws -> BatchCertificate,
        check: (Thing, CertificateFacts) throws -> Void = { _, _ in }
    ) async throws -> [String] {
        let sink = try sink()
        do {
            var index = CertificateIndex()
            var printed: [CertificateFacts] = []
            let progress = Progress(what: "certificates")
            while true {
                var some: [Thing] = []
                while some.count < Self.window, let thing = try next() { some.append(thing) }
                guard !some.isEmpty else { break }
                let things = some
                let first = index.files.count
                try await Batch(workers: workers).run(
                    count: things.count,
                    make: { position in
                        let certificate = try certificate(things[position])
                        let press = try presses.press(certificate.design)
                        let bytes = try press.certificate(for: certificate.facts, seal: certificate.seal)
                        let entry = CertificateIndex.Entry(row: first + position + 1, certificate.facts.number, bytes)
                        try sink.store(bytes, as: entry.file)
                        return (certificate: certificate, entry: entry, bytes: bytes)
                    },
                    each: { position, made in
                        let facts = made.certificate.facts
                        try check(things[position], facts)
                        try sink.take(made.bytes, as: made.entry.file, of: facts.issuedOn)
                        index.add(made.entry)
                        if merged != nil, made.certificate.design == design { printed.append(facts) }
                        progress.reached(index.files.count)
                    }
                )
            }
            progress.finish()
            try sink.publish(index.files, index: index.bytes)
            if let merged, let facts = printed.first {
                let file = try presses.press(design).printFile(of: printed, title: title(facts))
                try OutputFile.write(file, to: merged)
            }
            return place == nil ? [] : index.files
        } catch {
            sink.discard()
            throw error
        }
    }

    private func sink() throws -> any CertificateSink {
        guard let place else { return NoSink() }
        return place.lowercased().hasSuffix(".zip") ? try ZipSink(place) : try FolderSink(place)
    }
}
