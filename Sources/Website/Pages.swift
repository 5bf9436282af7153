import Hummingbird

/// What answers one route.
typealias PageHandler = @Sendable (Visit) async throws -> Response

/// Which page answers which route.
func page(of route: Route, on site: Site) -> PageHandler {
    let courses = CoursePages(site: site)
    let bookings = BookingPages(site: site)
    let surveys = SurveyPages(site: site)
    let certificates = CertificatePages(site: site)
    let verification = VerificationPages(site: site)
    let attendees = AttendeePages(site: site)
    let signIn = SignInPages(site: site)
    let runs = RunPages(site: site)
    let changes = RunChangePages(site: site)
    let register = RegisterPages(site: site)
    let keying = KeyingPages(site: site)
    let settling = SettlingPages(site: site)
    let evaluation = EvaluationPages(site: site)
    let calls = CallsPages(site: site)
    let planning = PlannerPages(site: site)
    let programmes = ProgrammePages(site: site)
    let plain = PlainPages(site: site)
    return switch route {
    case .home: courses.home
    case .courses: courses.list
    case .course: courses.show
    case .book: courses.book
    case .booking: bookings.show
    case .nameDrawing: bookings.nameDrawing
    case .cancelBooking: bookings.askToCancel
    case .confirmCancelling: bookings.cancel
    case .calendar: bookings.calendar
    case .survey: surveys.show
    case .answer: surveys.answer
    case .certificate: certificates.show
    case .certificateFile: certificates.file
    case .verify: verification.ask
    case .verifyCode: verification.verify
    case .verifyKeys: verification.keys
    case .verifyKeyFile: verification.keyFile
    case .privacy: plain.privacy
    case .accessibility: plain.accessibility
    case .styles: plain.styles
    case .script: plain.script
    case .health: plain.health
    case .metrics: plain.metrics
    case .signIn: signIn.show
    case .signInWithPassword: signIn.signIn
    case .signInLink: signIn.showLink
    case .useSignInLink: signIn.useLink
    case .signOut: signIn.signOut
    case .today: runs.today
    case .runs: runs.list
    case .run: runs.show
    case .openRun: changes.open
    case .closeRun: changes.close
    case .holdRun: changes.hold
    case .cancelRun: changes.cancel
    case .newBooking: changes.newBooking
    case .addBooking: changes.addBooking
    case .promote: changes.promote
    case .moveBooking: changes.move
    case .endBooking: changes.endBooking
    case .register: register.show
    case .mark: register.mark
    case .walkIn: register.walkIn
    case .issueCertificates: register.issue
    case .runCertificates: certificates.printFile
    case .runCertificate: certificates.ofBooking
    case .attendee: attendees.show
    case .attendeeName: attendees.nameDrawing
    case .correctName: attendees.correctName
    case .reissue: attendees.reissue
    case .revoke: attendees.revoke
    case .surveys: keying.list
    case .keySurvey: keying.show
    case .storeSurvey: keying.store
    case .noteWave: keying.note
    case .disagreements: settling.list
    case .settle: settling.settle
    case .evaluation: evaluation.show
    case .evaluationFigure: evaluation.figure
    case .evaluationReport: evaluation.report
    case .calls: calls.show
    case .callsFigure: calls.figure
    case .callsReport: calls.report
    case .planner: planning.show
    case .plannerFigure: planning.figure
    case .awareness: programmes.awareness
    case .logAwareness: programmes.logAwareness
    case .programmes: programmes.list
    }
}
