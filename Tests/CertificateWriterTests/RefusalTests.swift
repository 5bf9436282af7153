import Programme
import Testing

@testable import CertificateWriter

@Suite("What a refusal names") struct RefusalTests {
    private func refusal(_ change: (inout CertificateFacts) -> Void, _ design: String) throws -> CertificateRefusal? {
        let press = try Shared.press(design)
        var facts = try Shared.facts(press, "Ann Lee")
        change(&facts)
        do {
            _ = try press.certificate(for: facts)
            return nil
        } catch { return error }
    }

    /// The designs show several fields in one box; a made-up word of 500 letters fits none.
    @Test("the fact whose words do not fit or cannot be drawn", arguments: ["attendance", "bilingual", "partnership"])
    func field(_ design: String) throws {
        let long = String(repeating: "Pneumono", count: 70)
        let changes: [(field: String, words: String, change: (inout CertificateFacts) -> Void)] = [
            ("area", long, { $0.area = long }), ("venue", long, { $0.venue = long }),
            ("provider", long, { $0.provider = long }), ("course", long, { $0.course = long }),
            ("trainer", long, { $0.trainers = [long] }), ("outcome", long, { $0.outcomes = [long] }),
            ("trainer", "Mo 😀", { $0.trainers = ["Ann Po", "Mo 😀"] }),
            ("outcome", "smile 😀", { $0.outcomes = ["listen", "smile 😀"] }), ("area", "😀", { $0.area = "😀" }),
            ("venue", "Hall 😀", { $0.venue = "Hall 😀" }), ("provider", "😀 & Co", { $0.provider = "😀 & Co" }),
            ("course", "😀 course", { $0.course = "😀 course" }), ("name", "Ann 😀", { $0.name = "Ann 😀" }),
        ]
        for (field, words, change) in changes {
            let refusal = try #require(try refusal(change, design), "\(field) \(words)")
            switch refusal {
            case .text(let named, let shown, _), .uncovered(let named, let shown, _):
                #expect(named.hasPrefix(field), "\(refusal)")
                #expect(words.hasPrefix(shown), "\(refusal)")
            default: Issue.record("\(refusal)")
            }
            let told = refusal.description.split(separator: words.prefix(30), omittingEmptySubsequences: false)
            if words == long { #expect(told.count == 2 || told.count == 3, "\(refusal)") }
        }
    }

    @Test("words that do not fit are said once")
    func saysOnce() throws {
        let refusal = try #require(try refusal({ $0.area = String(repeating: "Abc", count: 150) }, "attendance"))
        #expect(
            refusal.description
                == "The area \"\(String(repeating: "Abc", count: 27).prefix(80))\" cannot be printed. It does not fit its place "
                + "on the page even at the smallest size. Shorten it."
        )
    }
}
