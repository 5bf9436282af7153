import HTTPTypes
import Hummingbird
import Operations
import Programme

/// Stands before every page: who may come, and how often forms may.
struct Door: Sendable {
    let site: Site

    /// Passes, sends to the sign-in page, or refuses.
    func open(_ visit: Visit) throws -> Response? {
        switch visit.route.access {
        case .anybody, .linkHolder:
            if visit.route.method == .post || visit.route == .verifyCode { try count(visit) }
        case .thisMachine:
            guard visit.context.isThisMachine(visit.request) else { throw HTTPError(.notFound) }
        case .staff(let action):
            guard visit.context.account != nil else { return try askToSignIn(visit) }
            try visit.actor.requireAnyReach(of: action)
        }
        return nil
    }

    private func count(_ visit: Visit) throws {
        let limit =
            switch visit.route {
            case .signInWithPassword, .useSignInLink: site.signIns
            case .verifyCode: site.lookUps
            case .answer: site.answers
            default: site.publicForms
            }
        try limit.take(visit.context.client(visit.request), at: site.office.surroundings.now())
    }

    private func askToSignIn(_ visit: Visit) throws -> Response {
        guard visit.route.method == .get else { throw SignedOut(fields: visit.form) }
        let next = Fields.escaped(visit.request.uri.description)
        return site.redirect(to: Route.signIn.path() + "?next=\(next)")
    }
}
