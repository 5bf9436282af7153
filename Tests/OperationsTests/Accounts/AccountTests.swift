import Foundation
import Operations
import Programme
import Records
import Testing

@Suite struct AccountTests {
    @Test("a one-time link signs in once, until it expires")
    func link() async throws {
        let test = try await TestOffice()
        let (actor, link) = try await test.account(.trainer, "asha@example.org")
        let (account, session) = try await test.office.signIn(with: link)
        #expect(account == actor.account)
        #expect(try await test.office.account(session: session) == account)
        await expectRefusal("sign-in link does not work", "Ask for a new one") {
            _ = try await test.office.signIn(with: link)
        }
        let email = try EmailAddress(parsing: "asha@example.org")
        let second = try await test.office.signInLink(for: email, seconds: 900, by: TestOffice.staff)
        test.clock.advance(hours: 0.25)
        await expectRefusal("sign-in link does not work") { _ = try await test.office.signIn(with: second) }
        await expectRefusal("sign-in link does not work") {
            _ = try await test.office.signIn(with: PrivateToken("00000000000000000000000000"))
        }
    }

    @Test("two offices cannot use one link twice at once")
    func linkRace() async throws {
        let test = try await TestOffice()
        let other = try await test.another()
        for number in 0..<10 {
            let (_, link) = try await test.account(.trainer, "trainer\(number)@example.org")
            let wins = await withTaskGroup(of: Bool.self) { group in
                for office in [test.office, other] {
                    group.addTask { (try? await office.signIn(with: link)) != nil }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(wins == 1)
        }
    }

    @Test("a session ends after twelve hours, at sign-out, and when the account is disabled")
    func sessions() async throws {
        let test = try await TestOffice()
        let email = try EmailAddress(parsing: "asha@example.org")
        let (actor, link) = try await test.account(.manager, email.text)
        let (_, first) = try await test.office.signIn(with: link)
        test.clock.advance(hours: 11.99)
        #expect(try await test.office.account(session: first) != nil)
        test.clock.advance(hours: 0.01)
        #expect(try await test.office.account(session: first) == nil)
        func begin() async throws -> PrivateToken {
            let link = try await test.office.signInLink(for: email, by: TestOffice.staff)
            return try await test.office.signIn(with: link).session
        }
        let second = try await begin()
        try await test.office.signOut(second, by: actor)
        #expect(try await test.office.account(session: second) == nil)
        let third = try await begin()
        let unused = try await test.office.signInLink(for: email, by: TestOffice.staff)
        _ = try await test.office.disableAccount(email: email, by: TestOffice.staff)
        #expect(try await test.office.account(session: third) == nil)
        await expectRefusal("sign-in link does not work") { _ = try await test.office.signIn(with: unused) }
        await expectRefusal("disabled") { _ = try await test.office.account(email: email) }
        await expectRefusal("disabled") { _ = try await test.office.signInLink(for: email, by: TestOffice.staff) }
        await expectRefusal("is disabled already") {
            _ = try await test.office.disableAccount(email: email, by: TestOffice.staff)
        }
    }

    @Test("a password signs in, and whatever is wrong the answer is the same")
    func password() async throws {
        let test = try await TestOffice()
        let (right, email) = ("four words do well", try EmailAddress(parsing: "asha@example.org"))
        _ = try await test.account(.trainer, email.text)
        await expectSame(test, "asha@example.org", right)  // no password yet
        try await test.office.setPassword(right, for: email, by: TestOffice.staff)
        #expect(try await test.office.signIn(email: "ASHA@example.org", password: right).account.email == email)
        for (address, password) in [
            ("asha@example.org", "four words do wel"), ("asha@example.org", ""), ("nobody@example.org", right),
            ("no address", right),
        ] {
            await expectSame(test, address, password)
        }
        _ = try await test.office.disableAccount(email: email, by: TestOffice.staff)
        await expectSame(test, "asha@example.org", right)
    }

    private func expectSame(_ test: TestOffice, _ email: String, _ password: String) async {
        await #expect(throws: AccountRefusal.wrongPassword) {
            try await test.office.signIn(email: email, password: password)
        }
    }

    @Test("a short password, a second account, an unknown account or area are refused with the next step")
    func refusals() async throws {
        let test = try await TestOffice()
        let email = try EmailAddress(parsing: "asha@example.org")
        _ = try await test.account(.trainer, email.text)
        await expectRefusal("too short", "at least 10") {
            try await test.office.setPassword("nine char", for: email, by: TestOffice.staff)
        }
        await expectRefusal("already", "another address") { _ = try await test.account(.manager, "ASHA@Example.org") }
        await expectRefusal("no account", "Did you mean \"asha@example.org\"?") {
            _ = try await test.office.account(email: try EmailAddress(parsing: "asah@example.org"))
        }
        await expectRefusal("Milton Keynes") {
            _ = try await test.account(.manager, "b@example.org", areas: ["Milton Keyns"])
        }
    }

    @Test("only a manager or the operator changes accounts; one's own password is one's own")
    func rights() async throws {
        let test = try await TestOffice()
        let (trainer, _) = try await test.account(.trainer, "t@example.org")
        let (manager, _) = try await test.account(.manager, "m@example.org")
        let (officer, _) = try await test.account(.dataProtectionOfficer, "d@example.org")
        let email = try EmailAddress(parsing: "t@example.org")
        for actor in [trainer, officer, .visitor, .linkHolder] {
            await expectRefusal("not allowed", "Ask the programme manager") {
                _ = try await test.office.signInLink(for: try EmailAddress(parsing: "m@example.org"), by: actor)
            }
            await expectRefusal("not allowed") { _ = try await test.office.disableAccount(email: email, by: actor) }
        }
        await expectRefusal("not allowed") { _ = try await test.office.accounts(by: trainer) }
        #expect(try await test.office.accounts(by: officer).count == 3)
        try await test.office.setPassword("a long password", for: email, by: trainer)
        await expectRefusal("not allowed") {
            try await test.office.setPassword(
                "a long password",
                for: try EmailAddress(parsing: "m@example.org"),
                by: trainer
            )
        }
        _ = try await test.office.disableAccount(email: email, by: manager)
    }
}
