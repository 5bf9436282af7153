public import FoundationEssentials
public import Programme

extension Reader {
    /// All accounts by address.
    public func accounts() throws -> [Account] {
        try accounts("ORDER BY email_key", [])
    }

    /// One account, or nil.
    public func account(_ id: ID<Account>) throws -> Account? { try accounts("WHERE id = $1", [.id(id)]).first }

    /// The account with an address, or nil.
    public func account(email: EmailAddress) throws -> Account? {
        try accounts("WHERE email_key = $1", [.text(email.key)]).first
    }

    /// The stored form of an account's password, or nil when none is set.
    public func password(of account: ID<Account>) throws -> String? {
        try connection.first("SELECT password FROM account WHERE id = $1", .id(account))?.optionalText("password")
    }

    /// The account a session token with this SHA-256 belongs to, unless it expired or the account is disabled.
    public func account(session hash: [UInt8], at now: Date) throws -> Account? {
        try accounts(
            """
            WHERE disabled_at IS NULL
              AND id = (SELECT account FROM session WHERE hash = $1 AND expires_at > $2)
            """,
            [.bytes(hash), .instant(now)]
        ).first
    }

    private func accounts(_ condition: String, _ values: [SQLValue]) throws -> [Account] {
        try connection.rows(
            """
            SELECT account.*, (SELECT group_concat(area, char(10)) FROM account_area WHERE account = account.id) AS areas
            FROM account \(condition)
            """,
            values
        ).map { row in
            Account(
                id: try row.id("id"),
                email: try row.parsed("email", "e-mail address") { try? EmailAddress(parsing: $0) },
                name: try row.text("name"),
                role: try row.parsed("role", "role") { Role(rawValue: $0) },
                areas: Set((try row.optionalText("areas") ?? "").split(separator: "\n").map(String.init)),
                isDisabled: try row.optionalText("disabled_at") != nil
            )
        }
    }
}

extension Ledger {
    /// Puts an account on record.
    public func insertAccount(email: EmailAddress, name: String, role: Role, areas: Set<String>) throws -> ID<Account> {
        let id: ID<Account> = try inserted(
            "INSERT INTO account (email, email_key, name, role) VALUES ($1, $2, $3, $4) RETURNING id",
            [.text(email.text), .text(email.key), .text(name), .text(role.rawValue)]
        )
        for area in areas.sorted() {
            try connection.run("INSERT INTO account_area (account, area) VALUES ($1, $2)", .id(id), .text(area))
        }
        return id
    }

    /// Sets the stored form of an account's password.
    public func setPassword(_ stored: String, of account: ID<Account>) throws {
        try connection.run("UPDATE account SET password = $2 WHERE id = $1", .id(account), .text(stored))
    }

    /// Lets an account act no more, and ends its sessions.
    public func disable(_ account: ID<Account>, at now: Date) throws {
        try connection.run("UPDATE account SET disabled_at = $2 WHERE id = $1", .id(account), .instant(now))
        try connection.run("DELETE FROM session WHERE account = $1", .id(account))
    }

    /// Begins a session under the SHA-256 of its token, and forgets expired ones.
    public func insertSession(hash: [UInt8], account: ID<Account>, issued: Date, expires: Date) throws {
        try connection.run("DELETE FROM session WHERE expires_at <= $1", .instant(issued))
        try connection.run(
            "INSERT INTO session (hash, account, issued_at, expires_at) VALUES ($1, $2, $3, $4)",
            .bytes(hash),
            .id(account),
            .instant(issued),
            .instant(expires)
        )
    }

    /// Ends a session.
    public func deleteSession(hash: [UInt8]) throws {
        try connection.run("DELETE FROM session WHERE hash = $1", .bytes(hash))
    }
}
