import Evaluation
import Foundation
import Programme
import Testing

/// Rows of a file in `Reference`, by heading.
func reference(_ name: String, file: String = #filePath) throws -> [[String: String]] {
    let url = URL(filePath: file).deletingLastPathComponent().appending(path: "Reference/\(name)")
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
    let heading = try #require(lines.first).split(separator: ",").map(String.init)
    return lines.dropFirst().map { line in
        let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        return Dictionary(uniqueKeysWithValues: zip(heading, cells))
    }
}

/// The made-up survey that R analysed.
func responses() throws -> [ResponseRecord] {
    try reference("responses.csv").map { row in
        ResponseRecord(
            attendee: row["attendee"] ?? "",
            wave: try #require(Wave(name: row["wave"] ?? "")),
            item: row["item"] ?? "",
            score: Double(row["score"] ?? ""),
            course: row["course_id"]
        )
    }
}

/// Whether two numbers agree to a relative tolerance.
func agree(_ left: Double?, _ right: Double?, relative: Double = 1e-8) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return abs(left - right) <= max(relative * max(abs(left), abs(right)), 1e-13)
}

/// Answers of one item in two waves, person by person.
func pairs(_ scores: [(Double?, Double?)], item: String = "A1") -> [ResponseRecord] {
    scores.enumerated().flatMap { number, score in
        [
            ResponseRecord(attendee: "p\(number)", wave: .pre, item: item, score: score.0),
            ResponseRecord(attendee: "p\(number)", wave: .post, item: item, score: score.1),
        ]
    }
}

/// Numbers that are the same in every run (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Every number in a document, to show that none is infinite or missing without a reason beside it.
func nullsWithoutReason(_ value: JSONValue, path: String = "$") -> [String] {
    switch value {
    case .array(let values): return values.enumerated().flatMap { nullsWithoutReason($1, path: "\(path)[\($0)]") }
    case .object(let members):
        let isExplained = members.contains { $0.name == "why" }
        return members.flatMap { member in
            let here = "\(path).\(member.name)"
            if member.value == .null { return isExplained ? [] : [here] }
            return nullsWithoutReason(member.value, path: here)
        }
    default: return []
    }
}
