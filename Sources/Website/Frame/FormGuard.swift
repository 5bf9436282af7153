import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Operations
import Programme

/// A form that another site sent, or a program that does not say where it comes from.
struct ForeignForm: Refusal {
    let description =
        "This form did not come from this site, so nothing was changed. Open the page here and send it again."
}

/// A form that was opened too long ago; what was typed is kept.
struct StaleForm: Error {
    let fields: Fields
}

/// A form larger than any of ours.
struct FormTooLarge: Refusal {
    let description = "The form is too large, so nothing was changed. Shorten what you typed and send it again."
}

/// The name of the hidden field that holds a form's token.
enum FormToken {
    static let field = "form_token"

    /// The token of forms shown to a session or visitor: an HMAC that only who holds the cookie can know.
    static func text(for context: SiteContext) -> String {
        guard let secret = context.session?.description ?? context.visitor else { return "" }
        let key = SymmetricKey(data: Array(secret.utf8))
        return Hexadecimal.text(HMAC<SHA256>.authenticationCode(for: Array("form".utf8), using: key))
    }

    /// Whether two texts are equal, in the same time wherever they differ.
    static func matches(_ given: String, _ expected: String) -> Bool {
        let (left, right) = (Array(given.utf8), Array(expected.utf8))
        guard !right.isEmpty, left.count == right.count else { return false }
        return zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

/// Reads forms, and lets only those through that one of our own pages sent: by where the browser says it comes from and by
/// the token in the form, both.
struct FormGuard: RouterMiddleware {
    /// `https://host` of the public address.
    let publicOrigin: String

    /// The largest form taken, in bytes.
    static let longest = 65_536

    func handle(
        _ request: Request,
        context: SiteContext,
        next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        guard request.method != .get, request.method != .head else { return try await next(request, context) }
        var context = context
        context.form = try await form(of: request)
        guard isFromHere(request) else { throw ForeignForm() }
        guard FormToken.matches(context.form[FormToken.field], FormToken.text(for: context)) else {
            throw StaleForm(fields: context.form)
        }
        return try await next(request, context)
    }

    private func form(of request: Request) async throws -> Fields {
        guard let type = request.headers[.contentType].flatMap(MediaType.init(from:)),
            type.isType(.applicationUrlEncoded)
        else { throw HTTPError(.unsupportedMediaType) }
        do {
            return Fields(encoded: try await request.body.collect(upTo: Self.longest).readableBytesView)
        } catch is NIOTooManyBytesError {
            throw FormTooLarge()
        }
    }

    private func isFromHere(_ request: Request) -> Bool {
        let site = request.headers[.fetchSite]?.lowercased()
        guard site == nil || site == "same-origin" else { return false }
        guard let origin = request.headers[.origin]?.lowercased(), origin != "null" else { return site != nil }
        if origin == publicOrigin { return true }
        guard let host = request.head.authority?.lowercased(), let scheme = origin.firstRange(of: "://") else {
            return false
        }
        return origin[scheme.upperBound...] == host
    }
}
