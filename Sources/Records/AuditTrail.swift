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
        let last = try connection.first("SELECT hash FROM audit ORDER BY number DESC LIMIT 1")
        let previous = try last?.bytes("hash") ?? Self.origin
        let fields = [
            StoredInstant.text(at), actor.word, actor.terminal ?? "", (other ?? action).rawValue, subject,
            CanonicalDetail.text(detail),
        ]
        try connection.run(
            """
            INSERT INTO audit (at, actor, terminal, action, subject, detail, previous, hash)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            .text(fields[0]),
            .text(fields[1]),
            .optional(actor.terminal),
            .text(fields[3]),
            .text(fields[4]),
            .text(fields[5]),
            .bytes(previous),
            .bytes(digest(Self.message(previous, fields)))
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
        return nil
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
