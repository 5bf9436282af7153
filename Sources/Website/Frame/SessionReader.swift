import Hummingbird
import Operations

/// The names of the site's two cookies.
struct CookieNames: Sendable {
    /// Who is signed in.
    let session: String
    /// A random value that form tokens are bound to, for those who are not.
    let visitor: String
    /// Whether browsers may send them over https only.
    let isSecure: Bool

    init(isSecure: Bool) {
        let prefix = isSecure ? "__Host-" : ""
        session = "\(prefix)commonground"
        visitor = "\(prefix)visit"
        self.isSecure = isSecure
    }

    /// A cookie for the whole site that no script can read.
    func cookie(_ name: String, _ value: String, seconds: Int?) throws -> Cookie {
        try .validated(
            name: name,
            value: value,
            maxAge: seconds,
            path: "/",
            secure: isSecure,
            httpOnly: true,
            sameSite: .lax
        )
    }
}

/// Finds out who is signed in, and gives each visitor a random cookie for the forms.
struct SessionReader: RouterMiddleware {
    let office: Office
    let cookies: CookieNames

    func handle(
        _ request: Request,
        context: SiteContext,
        next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        if let token = request.cookies[cookies.session]?.value {
            let session = PrivateToken(token)
            if let account = try await office.account(session: session) {
                context.account = account
                context.session = session
            }
        }
        let known = request.cookies[cookies.visitor]?.value
        let isKnown = known.map { $0.utf8.count == 32 && $0.allSatisfy(\.isHexDigit) } ?? false
        let visitor = isKnown ? known : Hexadecimal.text(office.surroundings.randomBytes(16))
        context.visitor = visitor
        var response = try await next(request, context)
        if !isKnown, let visitor, response.headers[.contentType]?.hasPrefix("text/html") == true {
            response.setCookie(try cookies.cookie(cookies.visitor, visitor, seconds: nil))
        }
        return response
    }
}
