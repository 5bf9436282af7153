/// What an account, or somebody without one, is to the programme.
public enum Role: String, CaseIterable, Hashable, Sendable, Codable {
    /// A local user who can open the database file.
    case `operator`
    /// Plans and answers for the programme.
    case manager
    /// Teaches.
    case trainer
    /// Measures what changed.
    case evaluator
    /// Guards personal data.
    case dataProtectionOfficer = "data-protection-officer"
    /// Holds a private link, and may do what the link is for.
    case linkHolder = "link-holder"
    /// Anybody on the website.
    case visitor

    /// The roles an account may have.
    public static let ofAccounts: [Role] = [.manager, .trainer, .evaluator, .dataProtectionOfficer]

    /// Reads the role of an account, or says which there are.
    public init(parsing input: String) throws(UnknownChoice) {
        guard let role = Role(rawValue: input.lowercased()), Self.ofAccounts.contains(role) else {
            throw UnknownChoice(what: "role", given: input, valid: Self.ofAccounts.map(\.rawValue))
        }
        self = role
    }
}

/// How far a right reaches.
public enum Reach: Int, Hashable, Sendable, Comparable {
    /// Not at all: the default.
    case none
    /// What the link in hand is for.
    case ownLink
    /// The runs the account teaches.
    case ownRuns
    /// The areas of the account, or everywhere when it has none set.
    case areas
    /// Everywhere.
    case programme

    /// Narrower first.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension Role {
    /// The one table of rights: role × action → reach.
    public func reach(of action: Action) -> Reach {
        switch self {
        case .operator: .programme
        case .manager: managerReach(action)
        case .trainer: trainerReach(action)
        case .evaluator: evaluatorReach(action)
        case .dataProtectionOfficer:
            switch action {
            case .verified, .accountsSeen, .peopleSeen, .programmesSeen, .runsSeen, .wordsExported, .wordsErased,
                .signedIn:
                .programme
            default: .none
            }
        case .linkHolder:
            switch action {
            case .bookingCancelled, .surveyAnswered, .surveyOpened: .ownLink
            default: .none
            }
        case .visitor:
            switch action {
            case .bookingMade, .signedIn: .programme
            default: .none
            }
        }
    }

    private func managerReach(_ action: Action) -> Reach {
        switch action {
        case .demonstrationMade, .certificateKeyRotated, .backedUp, .surveyOpened: .none
        case .accountsChanged, .accountsSeen, .verified, .planned, .planFrozen, .evaluated, .countsImported,
            .programmeChanged,
            .programmesSeen, .signedIn:
            .programme
        default: .areas
        }
    }

    private func trainerReach(_ action: Action) -> Reach {
        switch action {
        case .registerMarked, .registerSeen, .walkInAdded, .runHeld, .surveyAnswered, .surveysImported,
            .surveyLinksMade, .surveyCorrected, .surveyKeyedAgain, .waveNoted,
            .certificateIssued, .certificateReissued, .certificatesSeen, .nameCorrected, .bookingMade, .runsSeen:
            .ownRuns
        case .awarenessLogged, .awarenessSeen: .areas
        case .planned, .signedIn, .programmesSeen: .programme
        default: .none
        }
    }

    private func evaluatorReach(_ action: Action) -> Reach {
        switch action {
        case .evaluated, .planned, .planFrozen, .countsImported, .surveysImported, .surveyCorrected, .surveysExported,
            .callerMarkSeen, .runsSeen,
            .awarenessSeen, .programmesSeen, .signedIn:
            .programme
        default: .none
        }
    }
}
