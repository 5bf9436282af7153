import Hummingbird
import Operations
import Programme

/// One request as a page sees it.
struct Visit: Sendable {
    /// The route that matched.
    let route: Route
    /// The request.
    let request: Request
    /// What the middlewares found out.
    let context: SiteContext
    /// What stands after `?`.
    let query: Fields

    init(_ route: Route, _ request: Request, _ context: SiteContext) {
        self.route = route
        self.request = request
        self.context = context
        query = Fields(encoded: (request.uri.query ?? "").utf8)
    }

    /// What a form sent.
    var form: Fields { context.form }
    /// Who acts.
    var actor: Programme.Actor { context.actor }

    /// A number in the address, or a page that says there is no such thing.
    func id<Entity>(_ name: String) throws -> ID<Entity> {
        guard let id = ID<Entity>(try text(name)) else { throw HTTPError(.notFound) }
        return id
    }

    /// The private token in the address.
    func token() throws -> PrivateToken { PrivateToken(try text("token")) }

    /// A text in the address.
    func text(_ name: String) throws -> String {
        guard let text = context.parameters.get(name) else { throw HTTPError(.notFound) }
        return Fields.decoded(text)
    }
}
