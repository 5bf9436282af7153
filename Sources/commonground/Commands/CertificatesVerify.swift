import ArgumentParser
import CertificateWriter
import Foundation
import Operations
import Programme

extension CertificatesCommand {
    /// Checks a number against the register, or a file by its signature and, where there is one, against the register.
    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "What anybody may learn of a certificate by its number, or whether a PDF is the one issued.",
            discussion: """
                A PDF is checked by the signature it carries. Without a database its key is looked for in the key file, or in \
                --keys: the file that the issuing site hands out at /verify/key.json. Whether a certificate was revoked or \
                superseded since, only the site's register knows.
                """
        )
        @OptionGroup var options: ReadOptions
        @Option(
            help: "A file of public keys from /verify/key.json, to check a PDF with instead of the register.",
            completion: .file()
        ) var keys: String?
        @Argument(help: "A number, typed forgivingly, or a PDF file.", completion: .file()) var code: String

        private var namesFile: Bool {
            code.lowercased().hasSuffix(".pdf") || FileManager.default.fileExists(atPath: code)
        }

        func run() async throws {
            let checked =
                if !namesFile {
                    StandingView(try await options.run { office, _ in try await office.standing(ofCertificate: code) })
                } else if keys != nil || !FileManager.default.fileExists(atPath: options.store.path) {
                    try offline()
                } else {
                    try await registered()
                }
            try options.output.show(checked) { checked.text }
            guard checked.holds else { throw ExitCode(1) }
        }

        private func registered() async throws -> StandingView {
            let bytes = try InputFile.bytes(code)
            let standing = try await options.run { office, _ in try await office.standing(ofFile: bytes, named: code) }
            return StandingView(standing, of: .file)
        }

        private func offline() throws -> StandingView {
            let bytes = try InputFile.bytes(code)
            let known = try keys.map { try PublicKeyFile.keys($0) } ?? options.store.keyFile.publicKeys()
            let checked = try CheckedFile(bytes, named: code, keys: known)
            let today = LocalDateTime(Date(), in: TimeZone(identifier: Surroundings.homeZone) ?? .gmt).date
            return StandingView(checked.standing(on: today), of: .fileOffline)
        }
    }
}
