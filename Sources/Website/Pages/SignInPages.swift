import Hummingbird
import Operations
import Programme

/// Signing in and out.
struct SignInPages: Sendable {
    let site: Site

    /// The form for a password.
    @Sendable func show(_ visit: Visit) async throws -> Response {
        if visit.context.account != nil { return site.redirect(to: Self.next(visit.query)) }
        return try await form(visit, visit.query, FormErrors())
    }

    /// Signs in with a password.
    @Sendable func signIn(_ visit: Visit) async throws -> Response {
        var errors = FormErrors()
        if visit.form.given("email") == nil { errors.note("Type your e-mail address.", on: "email") }
        if (visit.form.raw("password") ?? "").isEmpty { errors.note("Type your password.", on: "password") }
        if errors.isEmpty {
            do {
                let (_, session) = try await site.office.signIn(
                    email: visit.form["email"],
                    password: visit.form.raw("password") ?? ""
                )
                return try begin(session, Self.next(visit.form))
            } catch let refusal as AccountRefusal {
                errors.note(refusal.description, on: "email")
            }
        }
        return try await form(visit, visit.form, errors)
    }

    /// A page with a button, so that a mail program that looks at the link does not use it up.
    @Sendable func showLink(_ visit: Visit) async throws -> Response {
        let next = visit.query.given("next")
        let model = SignInLinkPage(action: Route.useSignInLink.path(try visit.token()), next: next)
        return try await site.page(.signInLink, visit, PageHead(title: "Sign in"), model)
    }

    /// Signs in with a one-time link.
    @Sendable func useLink(_ visit: Visit) async throws -> Response {
        let (_, session) = try await site.office.signIn(with: try visit.token())
        return try begin(session, Self.next(visit.form))
    }

    /// Ends the session.
    @Sendable func signOut(_ visit: Visit) async throws -> Response {
        if let session = visit.context.session {
            try await site.office.signOut(session, by: visit.actor)
        }
        var response = site.redirect(to: Route.home.path())
        response.setCookie(try site.cookies.cookie(site.cookies.session, "none", seconds: 0))
        return response
    }

    private func begin(_ session: PrivateToken, _ next: String) throws -> Response {
        var response = site.redirect(to: next)
        let seconds = Int(Office.sessionLength)
        response.setCookie(try site.cookies.cookie(site.cookies.session, session.description, seconds: seconds))
        return response
    }

    private func form(_ visit: Visit, _ fields: Fields, _ errors: FormErrors) async throws -> Response {
        let model = SignInPage(
            action: Route.signInWithPassword.path(),
            next: fields.given("next"),
            email: TextField(
                "email",
                "E-mail address",
                value: fields["email"],
                error: errors["email"],
                type: "email",
                autocomplete: "username",
                isRequired: true
            ),
            password: TextField(
                "password",
                "Password",
                error: errors["password"],
                type: "password",
                autocomplete: "current-password",
                isRequired: true
            )
        )
        let head = PageHead(
            title: "Sign in",
            status: errors.isEmpty ? .ok : .unprocessableContent,
            terminal: [TerminalWords.command("accounts list")],
            summary: errors.summary()
        )
        return try await site.page(.signIn, visit, head, model)
    }

    /// Where to go afterwards: a page for staff of this site, never anywhere else.
    static func next(_ fields: Fields) -> String {
        let next = fields["next"]
        let isOurs = next == "/staff" || next.hasPrefix("/staff/") || next.hasPrefix("/staff?")
        let isPlain = next.unicodeScalars.allSatisfy { $0.value > 0x20 && $0 != "\\" && $0.value < 0x7F }
        return isOurs && isPlain ? next : Route.today.path()
    }
}

/// The form for a password.
struct SignInPage: Sendable {
    let action: String
    let next: String?
    let email: TextField
    let password: TextField
}

/// The button of a one-time link.
struct SignInLinkPage: Sendable {
    let action: String
    let next: String?
}
