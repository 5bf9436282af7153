import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Operations
import Programme
import Testing

@testable import Website

/// A browser without scripts: keeps cookies, sends `Origin`, finds form tokens.
struct Visitor {
    let client: any TestClientProtocol
    private(set) var cookies: [String: String] = [:]

    init(_ client: any TestClientProtocol) { self.client = client }

    struct Answer {
        let status: HTTPResponse.Status
        let headers: HTTPFields
        let text: String
        var location: String? { headers[.location] }

        /// The value of the first hidden field with a name.
        func hidden(_ name: String) -> String? {
            guard let field = text.firstRange(of: "name=\"\(name)\" value=\"") else { return nil }
            return String(text[field.upperBound...].prefix { $0 != "\"" })
        }
    }

    mutating func get(_ path: String, headers: HTTPFields = [:]) async throws -> Answer {
        try await send(path, .get, headers, nil)
    }

    /// Sends a form as the page at `path` would, or as the page at `from` when that is another one.
    mutating func post(
        _ path: String,
        _ fields: [(String, String)],
        from page: String? = nil,
        headers: HTTPFields = [.origin: "http://localhost"],
        token: String? = nil
    ) async throws -> Answer {
        var fields = fields
        if let token {
            fields.append(("form_token", token))
        } else if let found = try await get(page ?? path).hidden("form_token") {
            fields.append(("form_token", found))
        }
        let body = fields.map { "\(Fields.escaped($0.0))=\(Fields.escaped($0.1))" }.joined(separator: "&")
        var headers = headers
        headers[.contentType] = "application/x-www-form-urlencoded; charset=utf-8"
        return try await send(path, .post, headers, ByteBuffer(string: body))
    }

    /// Signs in by a one-time link.
    mutating func signIn(_ email: String, office: Office) async throws {
        let token = try await office.signInLink(for: try EmailAddress(parsing: email), by: Rehearsal.terminal)
        let answer = try await post("/sign-in/\(token)", [])
        #expect(answer.status == .seeOther)
    }

    private mutating func send(
        _ path: String,
        _ method: HTTPRequest.Method,
        _ headers: HTTPFields,
        _ body: ByteBuffer?
    ) async throws -> Answer {
        var headers = headers
        if !cookies.isEmpty {
            headers[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "; ")
        }
        let response = try await client.execute(uri: path, method: method, headers: headers, body: body)
        for line in response.headers[values: .setCookie] {
            let pair = line.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
            if pair.count == 2 { cookies[String(pair[0])] = line.contains("Max-Age=0") ? nil : String(pair[1]) }
        }
        return Answer(status: response.status, headers: response.headers, text: String(buffer: response.body))
    }
}

/// Runs a test against the whole site without a socket.
func withSite(
    _ rehearsal: Rehearsal,
    _ body: @escaping @Sendable (any TestClientProtocol) async throws -> Void
) async throws {
    let application = try makeWebsite(
        office: rehearsal.office,
        log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    )
    try await application.test(.router) { client in try await body(client) }
    try rehearsal.end()
}
