import HTTPTypes
import Hummingbird
import Logging

/// One line and one count a request: method, pattern, status and time. Addresses hold private tokens and stay out of it.
struct RequestJournal: RouterMiddleware {
    let metrics: Metrics

    func handle(
        _ request: Request,
        context: SiteContext,
        next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        let clock = ContinuousClock()
        let start = clock.now
        let response = try await next(request, context)
        let seconds = (clock.now - start) / .seconds(1)
        let route = context.endpointPath ?? "NotFound"
        metrics.count(
            method: request.method.rawValue,
            route: route,
            status: response.status.code,
            seconds: seconds
        )
        context.logger.debug(
            "request",
            metadata: [
                "method": "\(request.method)", "route": "\(route)", "status": "\(response.status.code)",
                "ms": "\(Int(seconds * 1000))",
            ]
        )
        return response
    }
}
