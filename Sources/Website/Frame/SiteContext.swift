import Hummingbird
import Logging
import NIOCore
import Operations
import Programme

/// What the middlewares find out about one request for the page behind them.
struct SiteContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The other end of the connection; nil in tests without a socket.
    let peer: SocketAddress?
    /// The member of staff who is signed in.
    var account: Account?
    /// The token of the session.
    var session: PrivateToken?
    /// The random cookie of a visitor, to which form tokens are bound.
    var visitor: String?
    /// What a form sent.
    var form = Fields.none

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.channel.remoteAddress
    }

    /// Who acts.
    var actor: Programme.Actor { account.map { .signedIn($0) } ?? .visitor }

    /// Whether the other end is this machine itself and no proxy speaks for somebody else.
    func isThisMachine(_ request: Request) -> Bool {
        isLoopback && request.headers[.forwarded] == nil && request.headers[.forwardedFor] == nil
    }

    /// The address to count requests by: the peer's, or what a proxy on this machine says in `X-Forwarded-For`.
    func client(_ request: Request) -> String {
        if isLoopback, let last = request.headers[.forwardedFor]?.split(separator: ",").last {
            return String(last.filter { !$0.isWhitespace })
        }
        return peer?.ipAddress ?? "unknown"
    }

    private var isLoopback: Bool { ["127.0.0.1", "::1", "::ffff:127.0.0.1"].contains(peer?.ipAddress) }
}
