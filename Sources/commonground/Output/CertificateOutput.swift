import CertificateWriter
import Operations
import Programme

/// A certificate to be written: facts, their seal when they were signed, and the design.
struct BatchCertificate {
    var facts: CertificateFacts
    var seal: SealedFacts?
    var design: String
}

/// Where a batch of certificates goes: a folder, or one zip file when the name ends with `.zip`; and one file to print.
struct CertificateOutput {
    /// The folder or zip file; nil for none.
    var place: String?
    /// The file to print; nil for none.
    var merged: String?
    /// How many threads typeset.
    var workers: Int

    /// Typesets a batch on every worker and writes it; the names of the files, in order.
    ///
    /// A zip file is there when it is complete or not at all; in a folder each file is. The file to print has the title and
    /// holds the certificates of one design.
    func write(
        _ batch: [BatchCertificate],
        presses: PressRoom,
        printing design: String,
        title: String
    ) async throws -> [String] {
        var index = CertificateIndex()
        if let place, place.lowercased().hasSuffix(".zip") {
            try await OutputFile.write(to: place) { temporary in
                let zip = try ZipFile(temporary: temporary, for: place)
                try await typeset(
                    batch,
                    presses,
                    finish: { _, _ in },
                    take: { entry, bytes, day in
                        index.add(entry)
                        try zip.add(bytes, as: entry.file, of: day)
                    }
                )
                if let day = batch.map(\.facts.issuedOn).max() {
                    try zip.add(index.bytes, as: CertificateIndex.name, of: day)
                }
                try zip.finish()
            }
        } else if let place {
            let folder = try OutputFolder(place)
            try await typeset(
                batch,
                presses,
                finish: { try folder.write($1, to: $0.file) },
                take: { entry, _, _ in
                    index.add(entry)
                }
            )
            try folder.write(index.bytes, to: CertificateIndex.name)
        }
        let printed = batch.filter { $0.design == design }.map(\.facts)
        if let merged, !printed.isEmpty {
            try OutputFile.write(try presses.press(design).printFile(of: printed, title: title), to: merged)
        }
        return index.files
    }

    /// `finish` is called on the workers in no order, `take` in the order of the batch.
    private func typeset(
        _ batch: [BatchCertificate],
        _ presses: PressRoom,
        finish: @escaping @Sendable (CertificateIndex.Entry, [UInt8]) throws -> Void,
        take: (CertificateIndex.Entry, [UInt8], CalendarDate) throws -> Void
    ) async throws {
        let progress = Progress(of: batch.count, what: "certificates")
        try await Batch(workers: workers).run(
            count: batch.count,
            make: { position in
                let certificate = batch[position]
                let press = try presses.press(certificate.design)
                let bytes = try press.certificate(for: certificate.facts, seal: certificate.seal)
                let entry = CertificateIndex.Entry(row: position + 1, certificate.facts.number, bytes)
                try finish(entry, bytes)
                return (entry, bytes)
            },
            each: { position, made in
                try take(made.0, made.1, batch[position].facts.issuedOn)
                progress.reached(position + 1)
            }
        )
        progress.finish()
    }
}

extension BatchCertificate {
    /// What the register of certificates holds.
    init(_ issued: IssuedCertificate) {
        self.init(facts: issued.facts, seal: issued.seal, design: issued.design)
    }
}
