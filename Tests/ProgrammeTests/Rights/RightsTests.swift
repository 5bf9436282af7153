import Testing

@testable import Programme

/// The whole table of rights, written a second time by hand: what is not named here is not allowed.
@Suite struct RightsTests {
    private static let everywhere: [Role: Set<Action>] = [
        .operator: Set(Action.allCases),
        .manager: [
            .accountsChanged, .accountsSeen, .verified, .planned, .planFrozen, .evaluated, .countsImported,
            .programmeChanged,
            .programmesSeen, .signedIn,
        ],
        .trainer: [.planned, .signedIn, .programmesSeen],
        .evaluator: [
            .evaluated, .planned, .planFrozen, .countsImported, .surveysImported, .surveyCorrected, .surveysExported,
            .callerMarkSeen, .runsSeen,
            .awarenessSeen, .programmesSeen, .signedIn,
        ],
        .dataProtectionOfficer: [
            .verified, .accountsSeen, .peopleSeen, .programmesSeen, .runsSeen, .wordsExported, .wordsErased, .signedIn,
        ],
        .visitor: [.bookingMade, .signedIn],
    ]
    private static let inAreas: [Role: Set<Action>] = [
        .manager: [
            .runScheduled, .runOpened, .runClosed, .runHeld, .runCancelled, .runsSeen, .bookingMade, .bookingCancelled,
            .bookingMoved, .bookingPromoted, .bookingsSeen, .walkInAdded, .registerMarked, .registerSeen,
            .callerMarkSet, .callerMarkSeen, .surveyCorrected, .surveyKeyedAgain, .waveNoted, .wordsExported,
            .wordsErased,
            .surveyAnswered, .surveysImported, .surveyLinksMade, .surveysExported,
            .awarenessLogged, .awarenessSeen, .certificateIssued, .certificateReissued, .certificateRevoked,
            .certificatesSeen, .nameCorrected, .peopleSeen,
        ],
        .trainer: [.awarenessLogged, .awarenessSeen],
    ]
    private static let ownRuns: [Role: Set<Action>] = [
        .trainer: [
            .registerMarked, .registerSeen, .walkInAdded, .runHeld, .surveyAnswered, .surveysImported,
            .surveyLinksMade, .surveyCorrected, .surveyKeyedAgain, .waveNoted,
            .certificateIssued, .certificateReissued, .certificatesSeen, .nameCorrected, .bookingMade,
            .runsSeen,
        ]
    ]
    private static let ownLink: [Role: Set<Action>] = [
        .linkHolder: [.bookingCancelled, .surveyAnswered, .surveyOpened]
    ]

    @Test("every role and action reaches as far as written, and no further", arguments: Role.allCases, Action.allCases)
    func table(_ role: Role, _ action: Action) {
        let expected: Reach =
            if Self.everywhere[role]?.contains(action) == true {
                .programme
            } else if Self.inAreas[role]?.contains(action) == true {
                .areas
            } else if Self.ownRuns[role]?.contains(action) == true {
                .ownRuns
            } else if Self.ownLink[role]?.contains(action) == true { .ownLink } else { .none }
        #expect(role.reach(of: action) == expected)
    }

    @Test(
        "everything can be done by somebody with an account but what takes the database file or a private link",
        arguments: Action.allCases
    )
    func granted(_ action: Action) {
        let roles = Role.ofAccounts.filter { $0.reach(of: action) != .none }
        #expect(
            roles.isEmpty == [.demonstrationMade, .backedUp, .certificateKeyRotated, .surveyOpened].contains(action)
        )
    }

    @Test("the caller mark is for programme manager and evaluator", arguments: Role.allCases)
    func callerMark(_ role: Role) {
        #expect((role.reach(of: .callerMarkSeen) != .none) == [.operator, .manager, .evaluator].contains(role))
        #expect((role.reach(of: .callerMarkSet) != .none) == [.operator, .manager].contains(role))
    }

    private func account(_ role: Role, id: Int64 = 1, areas: Set<String> = [], disabled: Bool = false) throws -> Account
    {
        Account(
            id: ID(rawValue: id),
            email: try EmailAddress(parsing: "staff@example.org"),
            name: "Staff",
            role: role,
            areas: areas,
            isDisabled: disabled
        )
    }

    @Test("a trainer reaches the runs the account teaches")
    func ownRuns() throws {
        let trainer = Actor.signedIn(try account(.trainer, id: 7))
        #expect(trainer.may(.registerMarked, on: Subject(area: "oxford", trainers: [ID(rawValue: 7)])))
        #expect(!trainer.may(.registerMarked, on: Subject(area: "oxford", trainers: [ID(rawValue: 8)])))
        #expect(!trainer.may(.registerMarked, on: Subject(area: "oxford")))
        #expect(!trainer.may(.registerMarked))
        #expect(throws: NotAllowed(action: .registerMarked, role: .trainer, reach: .ownRuns)) {
            try trainer.require(.registerMarked, on: Subject(area: "oxford"))
        }
    }

    @Test(
        "a manager reaches the account's areas, or all when there are none",
        arguments: [
            (Set<String>(), "oxford", true), (["oxford", "cherwell"], "oxford", true), (["cherwell"], "oxford", false),
            (["cherwell"], nil, false), ([], nil, true),
        ] as [(Set<String>, String?, Bool)]
    )
    func areas(_ areas: Set<String>, _ area: String?, _ may: Bool) throws {
        let manager = Actor.signedIn(try account(.manager, areas: areas))
        #expect(manager.may(.bookingsSeen, on: Subject(area: area)) == may)
        #expect(manager.may(.verified, on: Subject(area: area)))
    }

    @Test("a link reaches its own subject", arguments: Action.allCases)
    func link(_ action: Action) {
        let may = [.bookingCancelled, .surveyAnswered, .surveyOpened].contains(action)
        #expect(Actor.linkHolder.may(action, on: .ownLink) == may)
        #expect(!Actor.linkHolder.may(action, on: Subject(area: "oxford")))
    }

    @Test("a visitor sees nothing of staff", arguments: Action.allCases)
    func visitor(_ action: Action) {
        #expect(Actor.visitor.may(action) == [.bookingMade, .signedIn].contains(action))
    }

    @Test("a disabled account may nothing", arguments: Role.ofAccounts, Action.allCases)
    func disabled(_ role: Role, _ action: Action) throws {
        let account = try account(role, disabled: true)
        for actor in [Actor.signedIn(account), .terminal(user: "root", as: account)] {
            #expect(!actor.may(action, on: Subject(trainers: [account.id], isOwnLink: true)))
            #expect(throws: NotAllowed.self) { try actor.requireAnyReach(of: action) }
        }
    }

    @Test("an account at the terminal narrows the operator's rights and says who typed")
    func terminal() throws {
        let trainer = Actor.terminal(user: "asha", as: try account(.trainer, id: 7))
        #expect(!trainer.may(.accountsChanged))
        #expect(trainer.word == "account:7" && trainer.terminal == "asha")
        let local = Actor.terminal(user: "asha")
        #expect(local.may(.accountsChanged) && local.word == "operator")
        #expect(Actor.signedIn(try account(.trainer)).terminal == nil)
    }

    @Test("accounts have four roles", arguments: ["operator", "visitor", "link-holder", "admin", ""])
    func noOtherRole(_ word: String) { #expect(throws: UnknownChoice.self) { try Role(parsing: word) } }

    @Test(
        "a refusal names the action, the reason and whom to ask",
        arguments: [
            (Reach.none, "a trainer has no right to it"), (.ownLink, "the link is for something else"),
            (.ownRuns, "this is not one of the account's own runs"), (.areas, "this lies outside the account's areas"),
            (.programme, "the account is disabled"),
        ]
    )
    func sentence(_ reach: Reach, _ reason: String) {
        let sentence = NotAllowed(action: .registerMarked, role: .trainer, reach: reach).description
        #expect(sentence == "\"register.marked\" is not allowed: \(reason). Ask the programme manager.")
    }

    @Test(arguments: [
        (Role.evaluator, "an evaluator has"), (.operator, "an operator has"), (.visitor, "a visitor has"),
    ])
    func article(_ role: Role, _ words: String) {
        #expect(NotAllowed(action: .registerMarked, role: role, reach: .none).description.contains(words))
    }
}
