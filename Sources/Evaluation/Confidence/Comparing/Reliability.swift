public import Programme
import Statistics

/// How far the items of a scale rise and fall together in one wave.
public struct ScaleReliability: Hashable, Sendable {
    /// The scale.
    public let measure: ConfidenceMeasure
    /// The wave.
    public let wave: Wave
    /// The number of items.
    public let items: Int
    /// People who answered every item; nil when suppressed.
    public let people: Int?
    /// Cronbach's alpha; nil when it cannot be told.
    public let alpha: Double?
    /// Feldt's 95 % interval.
    public let interval: ClosedRange<Double>?
    /// Why numbers are missing.
    public let why: String?

    init(_ measure: ConfidenceMeasure, _ positions: [Int], in wave: Wave, of table: ScoreTable, suppressBelow: Int?) {
        (self.measure, self.wave, items) = (measure, wave, positions.count)
        let complete = table.attendees.indices.compactMap { person -> [Double]? in
            let answered = table.scores(of: person, positions, in: wave).compactMap { $0 }
            return answered.count == positions.count ? answered : nil
        }
        if let least = suppressBelow, (1..<least).contains(complete.count) {
            (people, alpha, interval, why) = (nil, nil, nil, "suppressed: fewer than \(least) people")
            return
        }
        people = complete.count
        do throws(StatisticsError) {
            guard positions.count >= 2 else { throw .tooFew(needed: 2, given: positions.count) }
            let result = try CronbachAlpha(complete)
            (alpha, interval, why) = (result.alpha, result.interval, nil)
        } catch {
            (alpha, interval) = (nil, nil)
            why =
                switch error {
                case .tooFew where positions.count < 2: "alpha needs 2 items"
                case .tooFew: "alpha needs 2 people who answered every item, there are \(complete.count)"
                case .noSpread: "everybody has the same total"
                default: error.description
                }
        }
    }
}
