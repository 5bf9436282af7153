import Statistics

extension CallersFindings.Comparison {
    init(_ choice: CallerChoice) {
        let callers =
            choice.trained.map { CallerPeriods($0, isTrained: true) }
            + choice.untrained.map { CallerPeriods($0, isTrained: false) }
        let people = choice.trained.count
        (addedHalf, comparisonPeople) = (false, choice.untrained.count)
        let fewest = min(people, choice.untrained.count)
        guard fewest >= fewestCallers else {
            let why =
                "too few callers: \(fewestCallers) of each group are needed, there are \(people) trained and \(choice.untrained.count) others"
            (ancova, difference) = (.none(why, people: people), .none(why, people: people))
            return
        }
        do throws(StatisticsError) {
            let found = try CallerComparison(callers)
            ancova = .init(found.adjusted, people: people)
            ancovaLog = .init(found.adjusted)
            (theta, addedHalf) = (found.theta, found.addedHalf)
            difference =
                found.differenceInDifferences.map { .init($0, people: people) }
                ?? .none(found.differenceRefusal.map(callersReason) ?? "there is no change to compare", people: people)
            differenceLog = found.differenceInDifferences.map { .init($0) }
            (naiveError, clusters) = (found.naiveError, found.clusters)
        } catch {
            (ancova, difference) = (
                .none(callersReason(error), people: people), .none(callersReason(error), people: people)
            )
        }
    }
}

extension CallersFindings.Comparison.Logarithm {
    fileprivate init(_ coefficient: Coefficient) {
        (estimate, standardError) = (coefficient.estimate, coefficient.standardError)
    }
}

extension CallersFindings.Ratio {
    fileprivate init(_ coefficient: Coefficient, people: Int) {
        self.init(ratio: coefficient.ratio, interval: coefficient.ratioInterval, p: coefficient.p, people: people)
    }
}
