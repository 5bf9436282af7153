import Statistics

/// Times functions of Statistics inside one process, for the benchmark beside scipy and numpy.
///
/// Each line of standard input is `TASK RUNS NUMBER…`; each line of the answer is the median of the runs in seconds, then
/// the numbers that the task found. Ends with status 1 on a line that it cannot read.
@main
enum StatisticsTiming {
    static func main() throws {
        while let line = readLine() {
            let words = line.split(separator: " ")
            guard words.count > 2, let runs = Int(words[1]), runs > 0, let task = Task(rawValue: String(words[0]))
            else {
                throw Unreadable(line: String(line.prefix(60)))
            }
            let values = words[2...].compactMap { Double($0) }
            var times: [Double] = [], found: [Double] = []
            for run in 0..<runs {
                let clock = ContinuousClock(), begin = clock.now
                found = try task.run(values, seed: UInt64(run))
                let passed = (clock.now - begin).components
                times.append(Double(passed.seconds) + Double(passed.attoseconds) * 1e-18)
            }
            print(([times.sorted()[runs / 2]] + found).map { "\($0)" }.joined(separator: " "))
        }
    }

    /// A line that names no task.
    struct Unreadable: Error { let line: String }

    /// What can be timed.
    enum Task: String {
        /// BCa of a mean from 10,000 resamples: its bounds.
        case bca
        /// 100,000 random sign flips: p.
        case flips
        /// The Hodges-Lehmann estimate and its bounds.
        case hodgesLehmann = "hodges_lehmann"
        /// Poisson with levels of 400 areas and 72 months, the first 150 treated from month 40, clustered: estimate, error.
        case twoWay = "two_way"
        /// One quasi-Poisson series model of 40 areas and 72 months, trained from month 49: estimate and error of the level.
        case series
        /// 1,000 simulated series of 72 months without an effect, from the expected counts: how often one is found.
        case seriesPower = "series_power"

        func run(_ values: [Double], seed: UInt64) throws -> [Double] {
            switch self {
            case .bca:
                let interval = try BootstrapMean(values, resamples: 10_000, seed: seed).interval
                return [interval.lowerBound, interval.upperBound]
            case .flips:
                return [try SignFlipTest(differences: values, flips: 100_000, seed: seed, method: .monteCarlo).p]
            case .hodgesLehmann:
                let typical = try HodgesLehmann(differences: values)
                return [typical.estimate, typical.interval.lowerBound, typical.interval.upperBound]
            case .twoWay:
                let cells = values.indices
                var panel = try Panel(areas: cells.map { $0 / 72 }, months: cells.map { $0 % 72 }, outcomes: values)
                try panel.append("treated", cells.map { $0 / 72 < 150 && $0 % 72 >= 40 ? 1 : 0 })
                let line = try FixedEffectsModel(panel, family: .poisson).clusterTable(.cr1)[0]
                return [line.estimate, line.standardError]
            case .series:
                let series = (0..<40).map { area in
                    (0..<72).map { SeriesMonth(month: $0 + 1, outcome: values[area * 72 + $0]) }
                }
                let level = try InterruptedTimeSeries(series, interruption: Interruption(start: 49)).effect.level
                return [level.estimate, level.standardError]
            case .seriesPower:
                let plan = try SeriesPower(expected: values, monthsBefore: 48, dispersion: 1)
                return [try plan.power(ratio: 1, simulations: 1000, seed: seed).power]
            }
        }
    }
}
