import ArgumentParser
import CertificateWriter
import Foundation
import Operations
import Programme

extension CertificatesCommand {
    /// The keys certificates are signed with.
    struct Keys: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "The keys certificates are signed with.",
            discussion: """
                The secret key lies in a file of its own beside the database (or where COMMONGROUND_KEYS says), which nobody \
                but its owner may read. It is made with the first certificate and is part of every backup.
                """,
            subcommands: [List.self, Rotate.self]
        )

        struct List: AsyncParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "Every public key that ever signed here; the JSON is what /verify/key.json hands out."
            )
            @OptionGroup var options: ReadOptions

            func run() async throws {
                let keys = try await options.run { office, _ in try await office.certificateKeys() }
                try options.output.show(PublicKeyList(keys)) {
                    var columns = TextColumns("key", "since", "retired", "public key")
                    for key in PublicKeyList(keys).keys {
                        columns.add(key.name, key.since, key.retired ?? "-", key.publicKey)
                    }
                    return columns.text
                }
            }
        }

        struct Rotate: AsyncParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "Sign with a fresh key from now on; what was signed before stays valid."
            )
            @OptionGroup var options: ChangeOptions

            func run() async throws {
                let key = try await options.run { office, actor in try await office.rotateCertificateKey(by: actor) }
                try options.output.show(["key": key.key.name]) {
                    "\(options.prefix)Certificates are signed with the key \(key.key.name) from now on. Make a backup."
                }
            }
        }
    }
}

/// Public keys as a file that somebody saved from a site.
enum PublicKeyFile {
    /// The keys of a file, or why there are none.
    static func keys(_ path: String) throws -> [CertificatePublicKey] {
        guard let list = PublicKeyList(json: try InputFile.bytes(path)) else {
            throw Complaint.BadData(
                description:
                    "\(path) is no list of public keys. Save it from /verify/key.json of the site that issued the certificate."
            )
        }
        return list.keys.compactMap(\.key)
    }
}
