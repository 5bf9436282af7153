import FoundationEssentials
import Programme

/// The audit rows of one change, each chained to the row before by SHA-256.
final class AuditTrail {
    private let connection: any SQLConnection
    private let actor: Actor
    private let action: Action
    let at: Date
    private let digest: ([UInt8]) -> [UInt8]
    private(set) var entries = 0

    init(
        connection: any SQLConnection,
        actor: Actor,
        action: Action,
        at: Date,
        digest: @escaping ([UInt8]) -> [UInt8]
    ) {
        self.connection = connection
        self.actor = actor
        self.action = action
        self.at = at
        self.digest = digest
    }

    func append(subject: String, detail: [String: String], action other: Action?) throws {
        let last = try connection.first("SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1")
        let (lastNumber, lastHash) = (try last?.int("number") ?? 0, try last?.bytes("hash") ?? Self.origin)
        // A row added after the newest was removed must not close the gap.
        let head = try Self.head(connection) ?? (lastNumber, lastHash)
        let (number, previous) = (max(head.number, lastNumber) + 1, head.hash)
        let fields = [
            StoredInstant.text(at), actor.word, actor.terminal ?? "", (other ?? action).rawValue, subject,
            CanonicalDetail.text(detail),
        ]
        let hash = digest(Self.message(previous, fields))
        try connection.run(
            """
            INSERT INTO audit (at, actor, terminal, action, subject, detail, previous, hash, number)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            .text(fields[0]),
            .text(fields[1]),
            .optional(actor.terminal),
            .text(fields[3]),
            .text(fields[4]),
            .text(fields[5]),
            .bytes(previous),
            .bytes(hash),
            .integer(number)
        )
        try connection.run(
            "INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            .text(Self.headName),
            .text(Self.headText(number, hash))
        )
        entries += 1
    }

    static func firstBroken(_ connection: any SQLConnection, digest: ([UInt8]) -> [UInt8]) throws -> Int? {
        var previous = origin
        var expected = 1
        for row in try connection.rows("SELECT * FROM audit ORDER BY number") {
            let fields = [
                try row.text("at"), try row.text("actor"), try row.optionalText("terminal") ?? "",
                try row.text("action"),
                try row.text("subject"), try row.text("detail"),
            ]
            let hash = digest(message(previous, fields))
            guard try row.int("number") == expected, try row.bytes("previous") == previous,
                try row.bytes("hash") == hash
            else { return try row.int("number") }
            previous = hash
            expected += 1
        }
        let head = try connection.first("SELECT value FROM setting WHERE name = $1", .text(headName))?.text("value")
        return head == (expected == 1 ? nil : headText(expected - 1, previous)) ? nil : expected
    }

    /// The newest row's number and hash are kept a second time, so that removing the newest rows shows.
    private static let headName = "audit head"

    private static func headText(_ number: Int, _ hash: [UInt8]) -> String {
        "\(number):" + hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private static func head(_ connection: any SQLConnection) throws -> (number: Int, hash: [UInt8])? {
        let row = try connection.first("SELECT value FROM setting WHERE name = $1", .text(headName))
        let parts = try row?.text("value").split(separator: ":") ?? []
        guard parts.count == 2, let number = Int(parts[0]) else { return nil }
        let digits = parts[1].compactMap(\.hexDigitValue)
        return (number, stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) })
    }

    private static let origin = [UInt8](repeating: 0, count: 32)

    /// Each field is preceded by its length, so that no two rows can have the same message.
    private static func message(_ previous: [UInt8], _ fields: [String]) -> [UInt8] {
        fields.reduce(into: previous) { message, field in
            message += Array("\(field.utf8.count):".utf8)
            message += Array(field.utf8)
        }
    }
}

/// A detail as JSON with its keys in order, so that the same detail has the same bytes.
enum CanonicalDetail {
    static func text(_ detail: [String: String]) -> String {
        "{" + detail.sorted { $0.key < $1.key }.map { "\(quoted($0.key)):\(quoted($0.value))" }.joined(separator: ",")
            + "}"
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
