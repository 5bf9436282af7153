import Programme

extension CallsFindings {
    /// The dated events inside the months used, and what was made of them.
    var eventSentences: [String] {
        guard !events.isEmpty else { return [] }
        let told = events.filter { $0.treatment == .printed }, adjusted = events.filter { $0.treatment == .adjusted }
        var sentences: [String] = []
        if !told.isEmpty {
            sentences.append(
                "Inside these months also: \(Wording.list(told.map(\.words))). That is told, not taken out of the numbers."
            )
        }
        if !adjusted.isEmpty {
            sentences.append("Taken out with a level of its own each: \(Wording.list(adjusted.map(\.words))).")
        }
        let absorbed = events.filter { $0.treatment == .absorbed }
        if !absorbed.isEmpty {
            sentences.append(
                "Taken out with the levels of months, since all areas had it: \(Wording.list(absorbed.map(\.words)))."
            )
        }
        for event in events {
            guard case .dropped(let reason) = event.treatment else { continue }
            sentences.append(
                "\(event.words) was to be taken out and is not: \(reason). The numbers hold it together with the rest."
            )
        }
        return sentences
    }

    /// That lockdown breaches were counted as ASB, unless a dated event says so already.
    func pandemicSentence(_ subject: String) -> String? {
        guard quality.contains(where: { $0.kind == .pandemicMonths }) else { return nil }
        let isTold = QualityFlag.pandemic.allSatisfy { month in
            events.contains { $0.areas == nil && $0.months.contains(month) }
        }
        return isTold
            ? nil : "\(subject) touch March 2020 to June 2021, when breaches of lockdown rules were recorded as ASB."
    }
}
