import Crypto
import HTTPTypes
import Hummingbird
import NIOCore

/// The stylesheet and the scripts, under addresses that change with their content.
struct Assets: Sendable {
    /// The stylesheet's address.
    let styles: String
    private let scripts: [Script: String]

    /// The scripts; every page works without its own.
    enum Script: String, CaseIterable, Sendable {
        case register, survey, keying
    }

    init() {
        styles = Route.styles.path("\(Self.version(of: EmbeddedFiles.styles)).css")
        scripts = Script.allCases.reduce(into: [:]) { scripts, script in
            let version = Self.version(of: EmbeddedFiles.scripts[script.rawValue] ?? "")
            scripts[script] = Route.script.path("\(script.rawValue)-\(version).js")
        }
    }

    /// A script's address.
    func address(of script: Script) -> String? { scripts[script] }

    /// The stylesheet.
    func stylesheet() -> Response { Self.response(EmbeddedFiles.styles, type: "text/css; charset=utf-8") }

    /// The script an address names, whatever version a page that was open for long asks for; nil when there is none.
    func script(at name: String) -> Response? {
        EmbeddedFiles.scripts[String(name.prefix { $0 != "-" })].map {
            Self.response($0, type: "text/javascript; charset=utf-8")
        }
    }

    private static func response(_ text: String, type: String) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: type, .cacheControl: "public, max-age=31536000, immutable"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text))
        )
    }

    private static func version(of text: String) -> String {
        String(Hexadecimal.text(SHA256.hash(data: Array(text.utf8))).prefix(12))
    }
}
