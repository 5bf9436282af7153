import FoundationEssentials
import Material
public import Programme
import Records

/// Why an account cannot be made or used.
public enum AccountRefusal: Refusal, Equatable {
    /// The address has an account.
    case exists(String)
    /// Address or password are wrong; which of the two is not said.
    case wrongPassword
    /// Too short to be safe.
    case passwordTooShort(least: Int)
    /// It may not act any more.
    case disabled(String)
    /// A disabled account cannot be disabled.
    case disabledAlready(String)

    /// The sentence.
    public var description: String {
        switch self {
        case .exists(let email): "There is an account \"\(email)\" already. Disable it first, or use another address."
        case .wrongPassword:
            "The e-mail address or the password is wrong. Try again, or ask the manager for a one-time link."
        case .passwordTooShort(let least):
            "The password is too short. Use at least \(least) characters; a few words do well."
        case .disabled(let email): "The account \"\(email)\" is disabled. Ask the programme manager."
        case .disabledAlready(let email): "The account \"\(email)\" is disabled already. Nothing was changed."
        }
    }
}

extension Office {
    /// How long a session lasts, in seconds: 12 hours.
    public static let sessionLength: Double = 43_200

    /// Adds an account, with a one-time link to sign in first.
    public func addAccount(
        email: EmailAddress,
        name: PersonName,
        role: Role,
        areas: [String] = [],
        password: String? = nil,
        by actor: Actor
    ) async throws -> (account: Account, token: PrivateToken) {
        try actor.require(.accountsChanged)
        let today = try today()
        let codes = Set(try areas.map { try reference.areas.area(named: $0, on: today).code.rawValue })
        let stored = try password.map(hashed)
        let (now, token) = (surroundings.now(), mintToken())
        return try await records.change(actor, .accountsChanged, at: now) { ledger in
            guard try ledger.read.account(email: email) == nil else { throw AccountRefusal.exists(email.text) }
            let id = try ledger.insertAccount(email: email, name: name.text, role: role, areas: codes)
            if let stored { try ledger.setPassword(stored, of: id) }
            try ledger.mintLink(
                token,
                .signIn,
                subject: id.rawValue,
                at: now,
                expires: now.addingTimeInterval(7 * 86_400)
            )
            try ledger.note("account:\(id)", ["role": role.rawValue, "areas": codes.sorted().joined(separator: " ")])
            let account = Account(id: id, email: email, name: name.text, role: role, areas: codes, isDisabled: false)
            return (account, token)
        }
    }

    /// Lets an account act no more; its sessions end at once.
    public func disableAccount(email: EmailAddress, by actor: Actor) async throws -> Account {
        try actor.require(.accountsChanged)
        let now = surroundings.now()
        return try await records.change(actor, .accountsChanged, at: now) { ledger in
            let account = try ledger.read.existingAccount(email)
            guard !account.isDisabled else { throw AccountRefusal.disabledAlready(email.text) }
            try ledger.disable(account.id, at: now)
            try ledger.revokeLinks(.signIn, subject: account.id.rawValue, at: now)
            try ledger.note("account:\(account.id)", ["disabled": "yes"])
            return account
        }
    }

    /// All accounts.
    public func accounts(by actor: Actor) async throws -> [Account] {
        try actor.require(.accountsSeen)
        return try await records.read { reader in try reader.accounts() }
    }

    /// The account that `--as EMAIL` names, for the terminal.
    public func account(email: EmailAddress) async throws -> Account {
        let account = try await records.read { reader in try reader.existingAccount(email) }
        guard !account.isDisabled else { throw AccountRefusal.disabled(email.text) }
        return account
    }

    /// A one-time sign-in link for an account, valid for `seconds`.
    public func signInLink(for email: EmailAddress, seconds: Double = 900, by actor: Actor) async throws -> PrivateToken
    {
        try actor.require(.accountsChanged)
        let (now, token) = (surroundings.now(), mintToken())
        return try await records.change(actor, .accountsChanged, at: now) { ledger in
            let account = try ledger.read.existingAccount(email)
            guard !account.isDisabled else { throw AccountRefusal.disabled(email.text) }
            try ledger.mintLink(
                token,
                .signIn,
                subject: account.id.rawValue,
                at: now,
                expires: now.addingTimeInterval(seconds)
            )
            try ledger.note("account:\(account.id)", ["sign-in-link": "made"])
            return token
        }
    }

    /// Signs in with a one-time link; the token returned is the session's.
    public func signIn(with link: PrivateToken) async throws -> (account: Account, session: PrivateToken) {
        let id: ID<Account> = try await subject(of: link, .signIn)
        return try await beginSession(id) { ledger, now in
            guard try ledger.read.link(hash: link.hash)?.used == nil else { throw UnknownThing.link(.signIn) }
            try ledger.useLink(hash: link.hash, at: now)
        }
    }

    /// Signs in with a password; the same refusal and the same work whether or not the account exists.
    public func signIn(email: String, password: String) async throws -> (account: Account, session: PrivateToken) {
        let account = try await records.read { reader -> (ID<Account>, String)? in
            guard let email = try? EmailAddress(parsing: email), let account = try reader.account(email: email),
                !account.isDisabled, let stored = try reader.password(of: account.id)
            else { return nil }
            return (account.id, stored)
        }
        let matches = try PasswordHash.matches(password, account?.1 ?? Self.nobody)
        guard let account, matches else { throw AccountRefusal.wrongPassword }
        return try await beginSession(account.0) { _, _ in }
    }

    /// The account of a session token, or nil when it has expired.
    public func account(session token: PrivateToken) async throws -> Account? {
        let now = surroundings.now()
        return try await records.read { reader in try reader.account(session: token.hash, at: now) }
    }

    /// Ends a session.
    public func signOut(_ token: PrivateToken, by actor: Actor) async throws {
        try await records.change(actor, .signedIn, at: surroundings.now()) { ledger in
            try ledger.deleteSession(hash: token.hash)
            try ledger.note(actor.word, ["session": "ended"])
        }
    }

    /// Sets the password of an account.
    public func setPassword(_ password: String, for email: EmailAddress, by actor: Actor) async throws {
        let isOwn = actor.account?.email.key == email.key
        if !isOwn { try actor.require(.accountsChanged) }
        let stored = try hashed(password)
        try await records.change(actor, .accountsChanged, at: surroundings.now()) { ledger in
            let account = try ledger.read.existingAccount(email)
            try ledger.setPassword(stored, of: account.id)
            try ledger.note("account:\(account.id)", ["password": "set"])
        }
    }

    private func beginSession(
        _ id: ID<Account>,
        _ body: @escaping @Sendable (Ledger, Date) throws -> Void
    ) async throws -> (account: Account, session: PrivateToken) {
        let (now, token) = (surroundings.now(), mintToken())
        return try await records.change(.visitor, .signedIn, at: now) { ledger in
            guard let account = try ledger.read.account(id), !account.isDisabled else {
                throw AccountRefusal.wrongPassword
            }
            try body(ledger, now)
            try ledger.insertSession(
                hash: token.hash,
                account: id,
                issued: now,
                expires: now.addingTimeInterval(Self.sessionLength)
            )
            try ledger.note("account:\(id)", ["session": "begun"])
            return (account, token)
        }
    }

    private func hashed(_ password: String) throws -> String {
        guard password.count >= 10 else { throw AccountRefusal.passwordTooShort(least: 10) }
        return try PasswordHash.make(password, salt: surroundings.randomBytes(16))
    }

    /// A stored password that nobody has, so that an unknown address costs the same time.
    private static let nobody = "scrypt$32768$8$1$00000000000000000000000000000000$00"
}

extension Reader {
    func existingAccount(_ email: EmailAddress) throws -> Account {
        guard let account = try account(email: email) else {
            let known = try accounts().map(\.email.text)
            throw UnknownThing.account(email.text, nearest: NearestSpelling.of(email.text, among: known))
        }
        return account
    }
}
