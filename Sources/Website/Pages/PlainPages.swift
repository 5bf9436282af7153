import HTTPTypes
import Hummingbird
import NIOCore
import Operations

/// Pages without data, and those for programs.
struct PlainPages: Sendable {
    let site: Site

    /// What is kept about whom, for how long and who reads it.
    @Sendable func privacy(_ visit: Visit) async throws -> Response {
        try await site.page(.privacy, visit, PageHead(title: "Your data"), EmptyPage())
    }

    /// How far the site can be used by everybody, and whom to tell when it cannot.
    @Sendable func accessibility(_ visit: Visit) async throws -> Response {
        try await site.page(.accessibility, visit, PageHead(title: "Accessibility"), EmptyPage())
    }

    /// The stylesheet.
    @Sendable func styles(_ visit: Visit) async throws -> Response { site.assets.stylesheet() }

    /// A page's script.
    @Sendable func script(_ visit: Visit) async throws -> Response {
        guard let script = site.assets.script(at: try visit.text("name")) else { throw HTTPError(.notFound) }
        return script
    }

    /// 200 when the database answers, else 503.
    @Sendable func health(_ visit: Visit) async throws -> Response {
        let isAnswering = await site.office.isAnswering()
        return Self.plain(
            isAnswering ? "ok\n" : "the database does not answer\n",
            isAnswering ? .ok : .serviceUnavailable
        )
    }

    /// Counters for Prometheus.
    @Sendable func metrics(_ visit: Visit) async throws -> Response {
        Self.plain(site.metrics.text(isAnswering: await site.office.isAnswering()), .ok, "; version=0.0.4")
    }

    private static func plain(_ text: String, _ status: HTTPResponse.Status, _ more: String = "") -> Response {
        Response(
            status: status,
            headers: [.contentType: "text/plain\(more); charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text))
        )
    }
}

/// A page whose text is all in its template.
struct EmptyPage: Sendable {}
