/// Everything that needs a right. Each operation names one; a page or verb without one cannot be built.
public enum Action: String, CaseIterable, Hashable, Sendable {
    /// Plan a run.
    case runScheduled = "run.scheduled"
    /// Open a run for bookings.
    case runOpened = "run.opened"
    /// Stop bookings of a run.
    case runClosed = "run.closed"
    /// Record a run as taught.
    case runHeld = "run.held"
    /// Call a run off.
    case runCancelled = "run.cancelled"
    /// See runs that are not public, with their numbers.
    case runsSeen = "runs.seen"
    /// Book a place.
    case bookingMade = "booking.made"
    /// Give up a place.
    case bookingCancelled = "booking.cancelled"
    /// Move a booking to another run.
    case bookingMoved = "booking.moved"
    /// Give a free place to somebody who waits.
    case bookingPromoted = "booking.promoted"
    /// See who is booked, with contact details.
    case bookingsSeen = "bookings.seen"
    /// Add somebody at the door.
    case walkInAdded = "walk-in.added"
    /// Mark the register.
    case registerMarked = "register.marked"
    /// See a register with access needs.
    case registerSeen = "register.seen"
    /// Mark somebody as a frequent caller, or make a partner's invitation that does.
    case callerMarkSet = "caller-mark.set"
    /// See who is marked as a frequent caller.
    case callerMarkSeen = "caller-mark.seen"
    /// Answer or key one person's survey.
    case surveyAnswered = "survey.answered"
    /// Open one's own survey for the first time.
    case surveyOpened = "survey.opened"
    /// Correct answers on record, and settle what two keyings disagree on.
    case surveyCorrected = "survey.corrected"
    /// Key a sheet a second time, and see what differs.
    case surveyKeyedAgain = "survey.keyed-again"
    /// Note that somebody was reached, said no, could not be reached or withdrew.
    case waveNoted = "wave.noted"
    /// Import answers from a file.
    case surveysImported = "surveys.imported"
    /// Mint survey links, and see who has answered.
    case surveyLinksMade = "survey-links.made"
    /// Take answers out in files.
    case surveysExported = "surveys.exported"
    /// Take out the words that people wrote themselves.
    case wordsExported = "words.exported"
    /// Erase such words when their time is over.
    case wordsErased = "words.erased"
    /// Log an awareness session.
    case awarenessLogged = "awareness.logged"
    /// See the awareness sessions.
    case awarenessSeen = "awareness.seen"
    /// Import police files and counts.
    case countsImported = "counts.imported"
    /// Run an evaluation.
    case evaluated = "evaluated"
    /// Declare the main question of the confidence surveys before anybody looks.
    case planFrozen = "plan.frozen"
    /// Use the planner on the programme's own figures.
    case planned = "planned"
    /// Issue certificates.
    case certificateIssued = "certificate.issued"
    /// Take a certificate back.
    case certificateRevoked = "certificate.revoked"
    /// Issue a certificate again under its number, as a new version.
    case certificateReissued = "certificate.reissued"
    /// Put another signing key in the place of the one in use.
    case certificateKeyRotated = "certificate-key.rotated"
    /// See the register of certificates with names.
    case certificatesSeen = "certificates.seen"
    /// Add or change a funded programme and its targets.
    case programmeChanged = "programme.changed"
    /// See funded programmes and targets.
    case programmesSeen = "programmes.seen"
    /// Add or disable accounts.
    case accountsChanged = "accounts.changed"
    /// List accounts.
    case accountsSeen = "accounts.seen"
    /// Correct the spelling of a person's name.
    case nameCorrected = "name.corrected"
    /// Copy the database and the keys, or put a copy in their place.
    case backedUp = "backed-up"
    /// Find people.
    case peopleSeen = "people.seen"
    /// Sign in or out.
    case signedIn = "signed-in"
    /// Recompute every invariant, and see the audit trail.
    case verified = "verified"
    /// Fill an empty database with the demonstration.
    case demonstrationMade = "demonstration.made"
}
