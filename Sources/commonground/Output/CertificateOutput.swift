import CertificateWriter
import Operations
import Programme

/// A certificate that has been typeset and is to be written.
struct TypesetCertificate: Sendable {
    var facts: CertificateFacts
    var design: String
    var bytes: [UInt8]
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
    /// `next` and `check` are called on the caller's task, in order, and `check` before anything is brought out; `typeset`
    /// makes the certificate of a thing on any worker. The file to print holds the certificates of `design`,
    /// and `title` gives its title by the first of them.
    func write<Thing: Sendable>(
        _ next: () throws -> Thing?,
        presses: PressRoom,
        printing design: String,
        title: (CertificateFacts) -> String,
        typeset: @escaping @Sendable (Thing) throws -> TypesetCertificate,
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
                        let made = try typeset(things[position])
                        let row = first + position + 1
                        let entry = CertificateIndex.Entry(row: row, made.facts.number, made.bytes)
                        try sink.store(made.bytes, as: entry.file)
                        return (certificate: made, entry: entry)
                    },
                    each: { position, made in
                        let facts = made.certificate.facts
                        try check(things[position], facts)
                        try sink.take(made.certificate.bytes, as: made.entry.file, of: facts.issuedOn)
                        index.add(made.entry)
                        if merged != nil, made.certificate.design == design { printed.append(facts) }
                        progress.reached(index.files.count)
                    }
                )
            }
            progress.finish()
            let print = try printed.first.map { facts in
                try presses.press(design).printFile(of: printed, title: title(facts))
            }
            if let merged, let print { try OutputFile.write(print, to: merged) }
            try sink.publish(index.files, index: index.bytes)
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
