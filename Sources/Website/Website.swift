public import Hummingbird
public import Logging
public import Operations

/// The website over an office: pages, forms, sessions and figures. Nothing is opened until it runs.
///
/// Run it with `runService()`: it stops cleanly on SIGTERM and SIGINT, after the requests under way.
/// - Parameters:
///   - office: The programme's office; its `publicAddress` decides whether cookies are for https only.
///   - host: The address to listen on.
///   - port: The port to listen on; 0 takes a free one.
///   - log: Where faults and requests are noted, without tokens and people.
///   - onReady: Called once with the port when the site answers.
/// - Returns: The application.
/// - Throws: When an embedded template cannot be read, which is a fault of the build.
public func makeWebsite(
    office: Office,
    host: String = "127.0.0.1",
    port: Int = 8080,
    log: Logger,
    onReady: @escaping @Sendable (Int) async -> Void = { _ in }
) throws -> some ApplicationProtocol {
    let site = try Site(office: office)
    return Application(
        router: router(of: site),
        configuration: ApplicationConfiguration(address: .hostname(host, port: port), serverName: nil),
        onServerRunning: { channel in await onReady(channel.localAddress?.port ?? port) },
        logger: log
    )
}

/// The site's router: the middlewares in order, then every route.
func router(of site: Site) -> Router<SiteContext> {
    let router = Router(context: SiteContext.self, options: [.caseInsensitive, .autoGenerateHeadEndpoints])
    router.middlewares.add(RequestJournal(metrics: site.metrics))
    router.middlewares.add(SecurityHeaders(isSecure: site.cookies.isSecure))
    router.middlewares.add(FaultPages(site: site))
    router.middlewares.add(SessionReader(office: site.office, cookies: site.cookies))
    router.middlewares.add(FaultPages(site: site))
    router.middlewares.add(FormGuard(publicOrigin: Origin.of(site.office.publicAddress)))
    let door = Door(site: site)
    for route in Route.allCases {
        let page = page(of: route, on: site)
        router.on(RouterPath(route.pattern), method: route.method) { request, context in
            let visit = Visit(route, request, context)
            if let elsewhere = try door.open(visit) { return elsewhere }
            return try await page(visit)
        }
    }
    return router
}

/// The part of an address that browsers send as a form's origin.
enum Origin {
    /// `scheme://host:port` in lower case.
    static func of(_ address: String) -> String {
        guard let scheme = address.firstRange(of: "://") else { return address.lowercased() }
        let host = address[scheme.upperBound...].prefix { $0 != "/" }
        return (address[..<scheme.upperBound] + host).lowercased()
    }
}
