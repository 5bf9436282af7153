/// An account of a member of staff.
public struct Account: Hashable, Sendable {
    /// The key.
    public let id: ID<Account>
    /// The address that names the account.
    public var email: EmailAddress
    /// The name as shown and printed.
    public var name: String
    /// What the account is to the programme.
    public var role: Role
    /// The codes of the areas it is limited to; empty means all.
    public var areas: Set<String>
    /// Whether it may act.
    public var isDisabled: Bool

    /// An account as recorded.
    public init(id: ID<Account>, email: EmailAddress, name: String, role: Role, areas: Set<String>, isDisabled: Bool) {
        self.id = id
        self.email = email
        self.name = name
        self.role = role
        self.areas = areas
        self.isDisabled = isDisabled
    }
}

/// Who does something, and from where; every audit row carries one.
public struct Actor: Hashable, Sendable {
    /// The account, when one acts.
    public let account: Account?
    /// What the actor is to the programme.
    public let role: Role
    /// The operating-system account at the terminal; nil on the website.
    public let terminal: String?

    /// A local user at the terminal, with the rights of `account` when one is named.
    public static func terminal(user: String, as account: Account? = nil) -> Actor {
        Actor(account: account, role: account?.role ?? .operator, terminal: user)
    }

    /// A member of staff signed in on the website.
    public static func signedIn(_ account: Account) -> Actor {
        Actor(account: account, role: account.role, terminal: nil)
    }

    /// Somebody with a private link.
    public static let linkHolder = Actor(account: nil, role: .linkHolder, terminal: nil)
    /// Anybody on the website.
    public static let visitor = Actor(account: nil, role: .visitor, terminal: nil)

    /// The word an audit row carries: `account:12`, or the role.
    public var word: String { account.map { "account:\($0.id)" } ?? role.rawValue }

    /// Whose hand it is, so that two keyings can be told apart: the account, else the role with the user at the terminal.
    public var hand: String {
        guard account == nil, let terminal else { return word }
        return "\(word):\(terminal)"
    }
}

/// What a right is asked for.
public struct Subject: Hashable, Sendable {
    /// The area it lies in, when it has one.
    public var area: String?
    /// The accounts that teach it.
    public var trainers: Set<ID<Account>>
    /// Whether the link in hand is for it.
    public var isOwnLink: Bool

    /// A subject of a right.
    public init(area: String? = nil, trainers: Set<ID<Account>> = [], isOwnLink: Bool = false) {
        self.area = area
        self.trainers = trainers
        self.isOwnLink = isOwnLink
    }

    /// The programme as a whole.
    public static let programme = Subject()
    /// What the private link in hand is for.
    public static let ownLink = Subject(isOwnLink: true)
}

/// A right that is not there.
public struct NotAllowed: Refusal, Equatable {
    /// What was asked.
    public let action: Action
    /// Who asked.
    public let role: Role
    /// How far the right would have reached.
    public let reach: Reach

    /// The sentence for who asked.
    public var description: String {
        let reason =
            switch reach {
            case .none: "\("aeio".contains(role.rawValue.prefix(1)) ? "an" : "a") \(role.rawValue) has no right to it"
            case .ownLink: "the link is for something else"
            case .ownRuns: "this is not one of the account's own runs"
            case .areas: "this lies outside the account's areas"
            case .programme: "the account is disabled"
            }
        return "\"\(action.rawValue)\" is not allowed: \(reason). Ask the programme manager."
    }
}

extension Actor {
    /// Passes, or throws when the table of rights does not let this actor do `action` to `subject`.
    public func require(_ action: Action, on subject: Subject = .programme) throws(NotAllowed) {
        let reach = role.reach(of: action)
        guard isAllowed(reach, subject) else { throw NotAllowed(action: action, role: role, reach: reach) }
    }

    /// Passes when the actor may do `action` to anything at all; what it may see of a list is then asked row by row.
    public func requireAnyReach(of action: Action) throws(NotAllowed) {
        guard role.reach(of: action) != .none, account?.isDisabled != true else {
            throw NotAllowed(action: action, role: role, reach: .none)
        }
    }

    /// Whether the table of rights lets this actor do `action` to `subject`.
    public func may(_ action: Action, on subject: Subject = .programme) -> Bool {
        isAllowed(role.reach(of: action), subject)
    }

    private func isAllowed(_ reach: Reach, _ subject: Subject) -> Bool {
        guard account?.isDisabled != true else { return false }
        switch reach {
        case .none: return false
        case .ownLink: return subject.isOwnLink
        case .ownRuns: return account.map { subject.trainers.contains($0.id) } ?? false
        case .areas:
            guard let account, !account.areas.isEmpty else { return true }
            return subject.area.map(account.areas.contains) ?? false
        case .programme: return true
        }
    }
}
