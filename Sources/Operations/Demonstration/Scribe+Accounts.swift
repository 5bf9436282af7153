import Programme
import Records

extension Scribe {
    /// The made-up staff. They have no passwords: whoever shows the demonstration makes one-time links.
    private static let staff: [(local: String, name: String, role: Role)] = [
        ("manager", "Robin Hale", .manager), ("trainer", "Jordan Okoye", .trainer),
        ("evaluator", "Alex Lindqvist", .evaluator), ("officer", "Sam Prideaux", .dataProtectionOfficer),
    ]

    /// Adds the accounts.
    mutating func writeAccounts() throws {
        for (local, name, role) in Self.staff {
            let email = try EmailAddress(parsing: "\(local)@demonstration.example")
            let id = try ledger.insertAccount(email: email, name: name, role: role, areas: [])
            try ledger.note("account:\(id)", ["role": role.rawValue, "areas": ""], as: .accountsChanged)
            let account = Account(id: id, email: email, name: name, role: role, areas: [], isDisabled: false)
            tally.accounts.append(account)
            if role == .trainer { trainer = account }
        }
    }

    /// A partner's invitation that marks frequent complainants, with its code in the report.
    mutating func writeInvitation() throws {
        var chance = plan.chance("invitation")
        let token = PrivateToken(randomBytes: chance.bytes(16))
        try ledger.insertInvitation(
            hash: token.hash,
            partner: Crowd.partner,
            marksCaller: true,
            uses: 20,
            expires: plan.instant(plan.today.adding(days: 180), minutes: 0)
        )
        try ledger.note("invitation", ["uses": "20", "marks": "frequent callers"], as: .callerMarkSet)
        tally.invitation = token.description
    }
}
