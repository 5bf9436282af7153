import HTTPTypes
import Programme

/// Every address of the site, in one place: routing, links and rights read it here.
///
/// The raw value is the method and the pattern; `:name` and `{name}` are filled in by ``path(_:)``.
enum Route: String, CaseIterable, Sendable {
    case home = "GET /"
    case courses = "GET /courses"
    case course = "GET /courses/:run"
    case book = "POST /courses/:run"
    case booking = "GET /bookings/:token"
    case nameDrawing = "GET /bookings/:token/name.svg"
    case cancelBooking = "GET /bookings/:token/cancel"
    case confirmCancelling = "POST /bookings/:token/cancel"
    case calendar = "GET /calendar/{token}.ics"
    case survey = "GET /surveys/:token"
    case answer = "POST /surveys/:token"
    case certificate = "GET /certificates/:token"
    case certificateFile = "GET /certificates/{token}.pdf"
    case verify = "GET /verify"
    case verifyCode = "GET /verify/:code"
    case verifyKeys = "GET /verify/key"
    case verifyKeyFile = "GET /verify/key.json"
    case privacy = "GET /privacy"
    case accessibility = "GET /accessibility"
    case styles = "GET /styles/:version"
    case script = "GET /scripts/:name"

    case health = "GET /health"
    case metrics = "GET /metrics"

    case signIn = "GET /sign-in"
    case signInWithPassword = "POST /sign-in"
    case signInLink = "GET /sign-in/:token"
    case useSignInLink = "POST /sign-in/:token"
    case signOut = "POST /sign-out"

    case today = "GET /staff"
    case runs = "GET /staff/runs"
    case run = "GET /staff/runs/:run"
    case openRun = "POST /staff/runs/:run/open"
    case closeRun = "POST /staff/runs/:run/close"
    case holdRun = "POST /staff/runs/:run/hold"
    case cancelRun = "POST /staff/runs/:run/cancel"
    case newBooking = "GET /staff/runs/:run/bookings/new"
    case addBooking = "POST /staff/runs/:run/bookings/new"
    case promote = "POST /staff/runs/:run/promote"
    case moveBooking = "POST /staff/runs/:run/move"
    case endBooking = "POST /staff/runs/:run/end-booking"
    case register = "GET /staff/runs/:run/register"
    case mark = "POST /staff/runs/:run/register"
    case walkIn = "POST /staff/runs/:run/walk-in"
    case issueCertificates = "POST /staff/runs/:run/certificates"
    case runCertificates = "GET /staff/runs/:run/certificates.pdf"
    case runCertificate = "GET /staff/runs/:run/certificates/{booking}.pdf"
    case attendee = "GET /staff/runs/:run/bookings/:booking"
    case attendeeName = "GET /staff/runs/:run/bookings/:booking/name.svg"
    case correctName = "POST /staff/runs/:run/bookings/:booking/name"
    case reissue = "POST /staff/runs/:run/bookings/:booking/reissue"
    case revoke = "POST /staff/runs/:run/bookings/:booking/revoke"
    case surveys = "GET /staff/runs/:run/surveys"
    case keySurvey = "GET /staff/runs/:run/surveys/:booking"
    case storeSurvey = "POST /staff/runs/:run/surveys/:booking"
    case noteWave = "POST /staff/runs/:run/surveys/:booking/note"
    case disagreements = "GET /staff/runs/:run/disagreements"
    case settle = "POST /staff/runs/:run/disagreements"
    case evaluation = "GET /staff/evaluation"
    case evaluationFigure = "GET /staff/evaluation/{figure}.svg"
    case evaluationReport = "GET /staff/evaluation/report.html"
    case calls = "GET /staff/evaluation/calls"
    case callsFigure = "GET /staff/evaluation/calls/{figure}.svg"
    case callsReport = "GET /staff/evaluation/calls/report.html"
    case planner = "GET /staff/planner"
    case plannerFigure = "GET /staff/planner/{figure}.svg"
    case awareness = "GET /staff/awareness"
    case logAwareness = "POST /staff/awareness"
    case programmes = "GET /staff/programmes"
}

extension Route {
    /// Who may come.
    enum Access: Hashable, Sendable {
        /// Everybody.
        case anybody
        /// Whoever holds a private link; the operation checks the token.
        case linkHolder
        /// A program on this machine.
        case thisMachine
        /// Staff whose role has the right to at least something.
        case staff(Action)
    }

    /// Who may come. Everything under `/staff` names an action; a test holds that.
    var access: Access {
        switch self {
        case .home, .courses, .course, .book, .verify, .verifyCode, .verifyKeys, .verifyKeyFile, .privacy,
            .accessibility, .styles,
            .script, .health, .signIn, .signInWithPassword, .signInLink, .useSignInLink, .signOut:
            .anybody
        case .booking, .nameDrawing, .cancelBooking, .confirmCancelling, .calendar, .survey, .answer, .certificate,
            .certificateFile:
            .linkHolder
        case .metrics: .thisMachine
        case .today, .runs, .run: .staff(.runsSeen)
        case .openRun: .staff(.runOpened)
        case .closeRun: .staff(.runClosed)
        case .holdRun: .staff(.runHeld)
        case .cancelRun: .staff(.runCancelled)
        case .newBooking, .addBooking: .staff(.bookingMade)
        case .promote: .staff(.bookingPromoted)
        case .moveBooking: .staff(.bookingMoved)
        case .endBooking: .staff(.bookingCancelled)
        case .register, .attendee, .attendeeName: .staff(.registerSeen)
        case .correctName: .staff(.nameCorrected)
        case .reissue: .staff(.certificateReissued)
        case .revoke: .staff(.certificateRevoked)
        case .mark: .staff(.registerMarked)
        case .walkIn: .staff(.walkInAdded)
        case .issueCertificates: .staff(.certificateIssued)
        case .runCertificates, .runCertificate: .staff(.certificatesSeen)
        case .surveys: .staff(.surveyLinksMade)
        case .keySurvey, .storeSurvey: .staff(.surveyAnswered)
        case .noteWave: .staff(.waveNoted)
        case .disagreements, .settle: .staff(.surveyKeyedAgain)
        case .evaluation, .evaluationFigure, .evaluationReport, .calls, .callsFigure, .callsReport: .staff(.evaluated)
        case .planner, .plannerFigure: .staff(.planned)
        case .awareness: .staff(.awarenessSeen)
        case .logAwareness: .staff(.awarenessLogged)
        case .programmes: .staff(.programmesSeen)
        }
    }

    /// The request's method.
    var method: HTTPRequest.Method { rawValue.hasPrefix("POST") ? .post : .get }

    /// The address with its parameters' names.
    var pattern: String { String(rawValue.drop { $0 != "/" }) }

    /// The address with its parameters filled in, in order; what is not a letter, digit, hyphen or underscore is escaped.
    func path(_ values: any CustomStringConvertible...) -> String {
        var rest = values.map(\.description)[...]
        let parts = pattern.split(separator: "/", omittingEmptySubsequences: false).map { part -> String in
            guard part.hasPrefix(":") || part.hasPrefix("{"), let value = rest.popFirst() else { return String(part) }
            return Fields.escaped(value)
                + (part.firstIndex(of: "}").map { String(part[part.index(after: $0)...]) } ?? "")
        }
        return parts.joined(separator: "/")
    }
}
