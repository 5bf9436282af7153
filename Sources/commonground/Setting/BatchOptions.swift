import ArgumentParser
import CertificateWriter

/// Where a batch of certificates goes, and how many threads make it.
struct BatchOptions: ParsableArguments {
    @Option(name: .customLong("output"), help: "A folder for the PDFs, or one zip file: NAME.zip.", completion: .file())
    var place: String?
    @Option(help: "One PDF of all of them in order, for the printer.", completion: .file()) var merged: String?
    @Option(help: "How many threads typeset; default one a core.") var workers: Int?

    func validate() throws {
        if let workers, !(1...256).contains(workers) {
            throw ValidationError("--workers \(workers) is no number of threads; give one from 1 to 256.")
        }
    }

    /// Refuses when nothing says where the certificates go.
    func requirePlace() throws {
        guard place == nil, merged == nil else { return }
        throw ValidationError("Nowhere to write to: give --output FOLDER, --output NAME.zip or --merged FILE.pdf.")
    }

    var output: CertificateOutput {
        CertificateOutput(
            place: place,
            merged: merged,
            workers: workers ?? Batch.processors
        )
    }

    /// The lines that say where the files are.
    func written(_ files: [String]) -> [String] {
        guard let place else { return [merged].compactMap { $0 } }
        let lines = place.lowercased().hasSuffix(".zip") ? [place] : files.map { "\(place)/\($0)" }
        return lines + [merged].compactMap { $0 }
    }
}
