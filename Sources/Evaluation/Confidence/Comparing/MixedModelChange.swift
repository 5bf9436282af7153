import Programme
import Statistics

/// The main question once more by a model that uses every answer, also of people who missed a wave: score by wave, with a level
/// of its own for every course and every person, by REML.
public struct MixedModelChange: Hashable, Sendable {
    /// The question.
    public let question: PrimaryQuestion
    /// Answers used; nil when suppressed.
    public internal(set) var observations: Int?
    /// The mean change.
    public internal(set) var change: Double?
    /// Its standard error.
    public internal(set) var standardError: Double?
    /// Satterthwaite's degrees of freedom.
    public internal(set) var degreesOfFreedom: Double?
    /// Its 95 % interval.
    public internal(set) var interval: ClosedRange<Double>?
    /// Its two-sided p value.
    public internal(set) var p: Double?
    /// The variance between courses; nil below two courses.
    public internal(set) var courseVariance: Double?
    /// The variance between people of a course.
    public internal(set) var personVariance: Double?
    /// The variance that is left.
    public internal(set) var residualVariance: Double?
    /// Whether a variance is exactly 0, so that the model says no more than one without these levels.
    public internal(set) var isSingular: Bool?
    /// Why numbers are missing.
    public internal(set) var why: String?

    init(_ waves: MeasuredWaves, _ question: PrimaryQuestion) {
        self.question = question
        let used = waves.table.waves.filter { $0 == question.from || $0 >= .post || $0 == question.to }
        var scores: [Double] = [], people: [Int] = [], places: [Int] = []
        for (place, wave) in used.enumerated() {
            for (person, score) in waves.scores(question.measure, in: wave).enumerated() {
                guard let score else { continue }
                scores.append(score)
                people.append(person)
                places.append(place)
            }
        }
        observations = scores.count
        do throws(StatisticsError) {
            let courses = CourseCodes(waves.table.courses)
            var design = Design(intercept: scores.count)
            for (place, wave) in used.enumerated() where wave != question.from {
                try design.append(wave.name, places.map { $0 == place ? 1 : 0 })
            }
            let hasCourses = courses.count > 1
            let model = try RandomInterceptModel(
                scores,
                on: design,
                groups: hasCourses ? people.map { courses.codes[$0] } : people,
                within: hasCourses ? people : nil
            )
            guard let line = model.coefficients.first(where: { $0.name == question.to.name }) else {
                why = "no one answered in the later wave"
                return
            }
            (change, standardError, degreesOfFreedom) = (line.estimate, line.standardError, line.degreesOfFreedom)
            (interval, p, residualVariance, isSingular) = (
                line.interval, line.p, model.residualVariance, model.isSingular
            )
            let variances = model.components.map(\.variance)
            (courseVariance, personVariance) = hasCourses ? (variances.first, variances.last) : (nil, variances.first)
        } catch {
            why = error.description
        }
    }

    /// Hides what rests on fewer than `least` answers.
    mutating func suppress(below least: Int) {
        guard let few = observations, (1..<least).contains(few) else { return }
        (observations, change, standardError, degreesOfFreedom, interval, p) = (nil, nil, nil, nil, nil, nil)
        (courseVariance, personVariance, residualVariance, isSingular) = (nil, nil, nil, nil)
        why = "suppressed: fewer than \(least) answers"
    }
}
