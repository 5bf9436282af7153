extension Action {
    /// Whether an evaluation may find something else afterwards: looking, signing in, printing and copying change no finding.
    public var movesFindings: Bool {
        switch self {
        case .runsSeen, .bookingsSeen, .registerSeen, .callerMarkSeen, .surveyLinksMade, .surveysExported,
            .wordsExported,
            .awarenessLogged, .awarenessSeen, .planned, .certificateIssued, .certificateRevoked, .certificateReissued,
            .certificateKeyRotated, .certificatesSeen, .programmesSeen, .accountsChanged, .accountsSeen, .backedUp,
            .peopleSeen, .signedIn, .verified:
            false
        case .runScheduled, .runOpened, .runClosed, .runHeld, .runCancelled, .bookingMade, .bookingCancelled,
            .bookingMoved, .bookingPromoted, .walkInAdded, .registerMarked, .callerMarkSet, .surveyAnswered,
            .surveyOpened,
            .surveyCorrected, .surveyKeyedAgain, .waveNoted, .surveysImported, .wordsErased, .countsImported,
            .evaluated,
            .planFrozen, .programmeChanged, .nameCorrected, .demonstrationMade:
            true
        }
    }
}
