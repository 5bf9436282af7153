extension CallsFindings {
    /// The verdict in words for people: with a clear fall also whether a companion outcome says what it means. Fewer counts
    /// alone are never called a success.
    public var verdictWords: String {
        guard verdict == .clearFall else { return verdict.description }
        return "\(verdict); \(companionClause)"
    }

    private var companionClause: String {
        guard !companions.isEmpty else {
            return "no companion outcome says whether there is less behaviour or less reporting"
        }
        func named(_ reading: CompanionOutcome.Reading) -> [String] {
            companions.filter { $0.reading == reading }.map(\.name)
        }
        let (worse, better) = (named(.worse), named(.better))
        if !worse.isEmpty { return "a companion outcome went the worse way (\(Wording.list(worse)))" }
        if !better.isEmpty { return "a companion outcome went the better way (\(Wording.list(better)))" }
        return "no companion outcome changed clearly, so less reporting is as likely a reading as less behaviour"
    }
}
