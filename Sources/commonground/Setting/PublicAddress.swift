import ArgumentParser
import Foundation

/// The site's address in links and QR codes: the option, the environment, or what the verb falls back to.
enum PublicAddress {
    /// An address that leads nowhere, for when nobody named one.
    static let none = "https://commonground.invalid"

    /// The address that was given; nil when none was.
    /// - Throws: `ValidationError` for what is no web address.
    static func given(_ option: String?) throws -> String? {
        let address = option ?? ProcessInfo.processInfo.environment["COMMONGROUND_PUBLIC_URL"] ?? ""
        guard !address.isEmpty else { return nil }
        let rest = ["https://", "http://"].first { address.lowercased().hasPrefix($0) }.map {
            address.dropFirst($0.count)
        }
        let host = rest?.prefix { $0 != "/" } ?? ""
        let isPlain = address.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"\"<>\\^`{|}?#".utf8.contains($0) }
        guard !host.isEmpty, isPlain else {
            throw ValidationError(
                "\"\(address)\" is no address of a site. Give one like https://courses.example.org with --public-url or "
                    + "COMMONGROUND_PUBLIC_URL."
            )
        }
        return address
    }
}
