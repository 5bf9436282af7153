import Crypto
import HTTPTypes
import Hummingbird
import NIOCore

/// The stylesheet and the register's script, under addresses that change with their content.
struct Assets: Sendable {
    /// The stylesheet's address.
    let styles: String
    /// The register script's address.
    let registerScript: String

    init() {
        styles = Route.styles.path("\(Self.version(of: EmbeddedFiles.styles)).css")
        registerScript = Route.registerScript.path("\(Self.version(of: EmbeddedFiles.registerScript)).js")
    }

    /// The stylesheet.
    func stylesheet() -> Response { Self.response(EmbeddedFiles.styles, type: "text/css; charset=utf-8") }

    /// The register's script.
    func script() -> Response { Self.response(EmbeddedFiles.registerScript, type: "text/javascript; charset=utf-8") }

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
