import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore
import Operations
import Programme
import Synchronization

/// What every page needs: the office, the templates and the counters.
final class Site: Sendable {
    let office: Office
    let templates: Templates
    let assets = Assets()
    let cookies: CookieNames
    let metrics = Metrics()
    let submissions = Submissions()
    let evaluations = EvaluationShelf()
    let calls = CallsShelf()
    let publicForms = RateLimit(most: 120, minutes: 10)
    /// Answers are saved one by one, and a whole hall may share one address.
    let answers = RateLimit(most: 3000, minutes: 10)
    let signIns = RateLimit(most: 10, minutes: 5)
    /// Numbers of certificates: enough for an employer with a pile of them, too few to try numbers out.
    let lookUps = RateLimit(most: 300, minutes: 10)
    private let demonstration = Mutex<Bool?>(nil)

    init(office: Office) throws {
        self.office = office
        templates = try Templates()
        cookies = CookieNames(isSecure: office.publicAddress.lowercased().hasPrefix("https://"))
    }

    /// A page inside the site's frame.
    func page<Content: Sendable>(
        _ name: Templates.Name,
        _ visit: Visit,
        _ head: PageHead,
        _ content: Content
    ) async throws -> Response {
        let html = try templates.html(name, Page(frame: try await frame(of: visit, head), page: content))
        var headers: HTTPFields = [.contentType: "text/html; charset=utf-8"]
        if visit.route.access == .anybody {
            // Kept for the back button, so that a form comes back as it was typed; never shared.
            headers[.cacheControl] = "private, no-cache"
        } else {
            headers[.robots] = "noindex, nofollow"
        }
        return Response(
            status: head.status,
            headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(string: html))
        )
    }

    /// Sends the browser to another page of the site, with a GET.
    func redirect(to address: String) -> Response { Response(status: .seeOther, headers: [.location: address]) }

    /// A drawing.
    func drawing(_ svg: String) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "image/svg+xml; charset=utf-8",
                .contentSecurityPolicy: SecurityHeaders.drawingPolicy,
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(string: svg))
        )
    }

    /// A report to keep: a file of its own, which brings its own style sheet.
    func report(_ html: String, named name: String) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "text/html; charset=utf-8",
                .contentSecurityPolicy: SecurityHeaders.drawingPolicy,
                .contentDisposition: "attachment; filename=\"\(name).html\"",
                .robots: "noindex, nofollow",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(string: html))
        )
    }

    /// Whether the people on record are made up; asked of the database until the answer is yes.
    func isDemonstration() async throws -> Bool {
        if demonstration.withLock({ $0 }) == true { return true }
        let answer = try await office.isDemonstration()
        demonstration.withLock { $0 = answer }
        return answer
    }

    private func frame(of visit: Visit, _ head: PageHead) async throws -> Frame {
        let isStaff = visit.route.isForStaff
        let isDemonstration = (try? await isDemonstration()) ?? false
        let commands = head.terminal
        return Frame(
            title: (head.summary == nil ? "" : "Error: ") + "\(head.title) · CommonGround",
            isDemonstration: isDemonstration,
            isStaff: isStaff,
            account: visit.context.account.map { Frame.Badge(name: $0.name, role: $0.role.label) },
            navigation: isStaff ? Self.staffLinks(visit) : Self.publicLinks(visit),
            styles: assets.styles,
            script: head.script,
            formToken: FormToken.text(for: visit.context),
            terminal: commands.isEmpty
                ? nil : Frame.Terminal(commands: commands, isOpen: isStaff || isDemonstration),
            hasQuickExit: head.hasQuickExit,
            summary: head.summary,
            notice: head.notice
        )
    }

    private static func publicLinks(_ visit: Visit) -> [Frame.Link] {
        [
            Frame.Link(
                label: "Courses",
                address: Route.courses.path(),
                isCurrent: [.courses, .course, .book].contains(visit.route)
            ),
            Frame.Link(
                label: "Check a certificate",
                address: Route.verify.path(),
                isCurrent: [.verify, .verifyCode, .verifyKeys].contains(visit.route)
            ),
        ]
    }

    private static func staffLinks(_ visit: Visit) -> [Frame.Link] {
        guard let role = visit.context.account?.role else { return [] }
        let all: [(String, Route)] = [
            ("Today", .today), ("Runs", .runs), ("What changed", .evaluation), ("Planner", .planner),
            ("Awareness", .awareness), ("Programmes", .programmes),
        ]
        let path = visit.request.uri.path
        return all.filter { _, route in route.isOpen(to: role) }.map { label, route in
            let isCurrent = route == .today ? path == route.pattern : path.hasPrefix(route.pattern)
            return Frame.Link(label: label, address: route.path(), isCurrent: isCurrent)
        }
    }
}

/// What a page tells its frame.
struct PageHead: Sendable {
    var title: String
    var status: HTTPResponse.Status = .ok
    var terminal: [String] = []
    var script: String?
    var hasQuickExit = false
    var summary: ErrorSummary?
    var notice: String?
}

extension Route {
    /// Whether the page is in the frame for staff.
    var isForStaff: Bool {
        if case .staff = access { true } else { false }
    }

    /// Whether a role may do here anything at all.
    func isOpen(to role: Role) -> Bool {
        guard case .staff(let action) = access else { return true }
        return role.reach(of: action) != .none
    }
}

extension Role {
    /// The role in words.
    var label: String { rawValue.split(separator: "-").joined(separator: " ") }
}
