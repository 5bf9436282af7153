import Testing

@testable import Operations

@Suite struct PasswordHashTests {
    /// The first 32 bytes of the 64 in RFC 7914, section 12; PBKDF2 makes them first.
    @Test(
        "agrees with RFC 7914",
        arguments: [
            (
                "password",
                "scrypt$1024$8$16$4e61436c$fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
            ),
            (
                "pleaseletmein",
                "scrypt$16384$8$1$536f6469756d43686c6f72696465$7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
            ),
        ]
    )
    func agrees(_ password: String, _ stored: String) throws {
        #expect(try PasswordHash.matches(password, stored))
        #expect(try !PasswordHash.matches(password + " ", stored))
    }

    @Test("is stored with its cost and salt, and never twice the same by chance")
    func stores() throws {
        let stored = try PasswordHash.make("four words do well", salt: Array(0..<16))
        #expect(stored.hasPrefix("scrypt$32768$8$1$000102030405060708090a0b0c0d0e0f$"))
        #expect(stored.utf8.count == "scrypt$32768$8$1$".utf8.count + 32 + 1 + 64)
        #expect(try PasswordHash.matches("four words do well", stored))
        #expect(try PasswordHash.make("four words do well", salt: Array(1..<17)) != stored)
    }

    @Test(
        "nothing matches what is no hash",
        arguments: ["", "x", "bcrypt$1$2$3$4$5", "scrypt$x$8$1$00$00", "scrypt$1024$8$1$00$"]
    )
    func broken(_ stored: String) throws { #expect(try !PasswordHash.matches("", stored)) }
}
