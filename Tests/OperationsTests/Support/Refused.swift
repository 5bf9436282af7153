import Programme
import Testing

/// Expects a refusal whose sentence ends like one and holds these words: the thing, the reason, the next step.
func expectRefusal(
    _ words: String...,
    at location: SourceLocation = #_sourceLocation,
    _ body: () async throws -> Void
) async {
    do {
        try await body()
        Issue.record("Nothing was refused.", sourceLocation: location)
    } catch let refusal as any Refusal {
        let sentence = refusal.description
        for word in words { #expect(sentence.contains(word), "\(sentence)", sourceLocation: location) }
        #expect(sentence.hasSuffix(".") || sentence.hasSuffix("?"), "\(sentence)", sourceLocation: location)
        #expect(!sentence.contains("Optional("), sourceLocation: location)
    } catch {
        Issue.record("\(error) is no refusal.", sourceLocation: location)
    }
}
