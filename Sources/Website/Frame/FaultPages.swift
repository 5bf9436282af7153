import HTTPTypes
import Hummingbird
import Logging
import Operations
import Programme

/// A form of staff whose session has ended; what was typed is kept.
struct SignedOut: Error {
    let fields: Fields
}

/// Turns whatever a page throws into a page that says so: a refusal's own sentence, or a number to quote for a fault.
struct FaultPages: RouterMiddleware {
    let site: Site

    func handle(
        _ request: Request,
        context: SiteContext,
        next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            return try await page(for: error, request, context)
        }
    }

    private func page(for error: any Error, _ request: Request, _ context: SiteContext) async throws -> Response {
        switch error {
        case let stale as StaleForm:
            return try await resend(
                stale.fields,
                "This page was open for too long",
                "Nothing is lost: press the button to send what you typed.",
                request,
                context
            )
        case let signedOut as SignedOut:
            return try await resend(
                signedOut.fields,
                "You were signed out",
                "Nothing is lost. Sign in again in another window, then come back here and press the button.",
                request,
                context,
                signIn: Route.signIn.path()
            )
        case let refusal as any Refusal:
            let (status, heading) = Self.kind(of: refusal)
            return try await message(status, heading, refusal.description, request, context)
        case let http as HTTPError:
            return try await message(
                http.status,
                Self.heading(http.status),
                Self.sentence(http.status),
                request,
                context
            )
        default:
            let reference = Hexadecimal.text(site.office.surroundings.randomBytes(4))
            context.logger.error("fault", metadata: ["reference": "\(reference)", "error": "\(error)"])
            return try await message(
                .internalServerError,
                "Something went wrong on our side",
                "It was not your doing, and nothing was half done. Try again in a minute. "
                    + "If it happens again, tell us the number \(reference).",
                request,
                context
            )
        }
    }

    private static func kind(of refusal: any Refusal) -> (HTTPResponse.Status, String) {
        switch refusal {
        case is UnknownThing, is NoSuchCourse: (.notFound, "Not found")
        case is NotAllowed: (.forbidden, "Not allowed")
        case is ForeignForm: (.forbidden, "Not taken")
        case is TooManyForms: (.tooManyRequests, "Please wait a little")
        case is FormTooLarge: (.contentTooLarge, "Too large")
        default: (.unprocessableContent, "That could not be done")
        }
    }

    private static func heading(_ status: HTTPResponse.Status) -> String {
        switch status {
        case .notFound: "There is no such page"
        case .forbidden: "Not allowed"
        default: "That could not be done"
        }
    }

    private static func sentence(_ status: HTTPResponse.Status) -> String {
        switch status {
        case .notFound: "The address is mistyped or the page has moved. Start again from the first page."
        case .forbidden: "This page is not for everybody. Sign in with an account that may see it."
        case .unsupportedMediaType: "The form was sent in a way this site does not read. Use the page's own form."
        default: "The request could not be understood (\(status.code)). Go back and try again."
        }
    }

    private func message(
        _ status: HTTPResponse.Status,
        _ heading: String,
        _ sentence: String,
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Response {
        let visit = Visit(request.uri.path.hasPrefix("/staff") ? .today : .home, request, context)
        let model = MessagePage(heading: heading, sentence: sentence, back: Self.back(request, context))
        return try await site.page(.message, visit, PageHead(title: heading, status: status), model)
    }

    private static func back(_ request: Request, _ context: SiteContext) -> MessagePage.Back {
        context.account != nil && request.uri.path.hasPrefix("/staff")
            ? .init(label: "Go to today", address: Route.today.path())
            : .init(label: "Go to the first page", address: Route.home.path())
    }

    private func resend(
        _ fields: Fields,
        _ heading: String,
        _ sentence: String,
        _ request: Request,
        _ context: SiteContext,
        signIn: String? = nil
    ) async throws -> Response {
        let kept = fields.pairs.filter { $0.name != FormToken.field && $0.name != "password" }
        let visit = Visit(request.uri.path.hasPrefix("/staff") ? .today : .home, request, context)
        let model = ResendPage(
            heading: heading,
            sentence: sentence,
            action: request.uri.description,
            signIn: signIn,
            kept: kept.map { ResendPage.Kept(name: $0.name, value: $0.value) }
        )
        return try await site.page(.resend, visit, PageHead(title: heading, status: .forbidden), model)
    }
}

/// A page with one sentence.
struct MessagePage: Sendable {
    struct Back: Sendable {
        let label: String
        let address: String
    }
    let heading: String
    let sentence: String
    let back: Back
}

/// A form that can be sent again as it was.
struct ResendPage: Sendable {
    struct Kept: Sendable {
        let name: String
        let value: String
    }
    let heading: String
    let sentence: String
    let action: String
    let signIn: String?
    let kept: [Kept]
}
