/// Why a number cannot be computed from what was given.
public enum StatisticsError: Error, Hashable, Sendable, CustomStringConvertible {
    /// An argument lies outside the values a function is defined for.
    case outsideDomain(quantity: String, value: Double, expected: String)
    /// There are fewer observations than the method needs.
    case tooFew(needed: Int, given: Int)
    /// Two samples that belong together differ in length.
    case unequalLengths(Int, Int)
    /// A number is infinite or not a number, or became so because the numbers are too large to add or square.
    case notFinite
    /// Every observation is the same, so there is no spread to compare with.
    case noSpread
    /// One side of a comparison of rates has no event at all, so the logarithm of the ratio is infinite.
    case separation
    /// Columns of a model say what others say already, or a matrix has no inverse; names where there are any.
    case rankDeficient(columns: [String])
    /// An answer is foretold without error, so the coefficients of a logistic model are infinite.
    case perfectSeparation
    /// The interval of what a ratio is divided by holds zero.
    case denominatorNearZero
    /// Members of an inner group belong to more than one outer group.
    case notNested
    /// The best fitting factor explains an item wholly, which leaves it no error of its own (a Heywood case).
    case improperSolution
    /// A statistic to be resampled has no value for the sample itself (0), or for this many of the resamples.
    case undefinedStatistic(resamples: Int)
    /// There is no event at all, on either side.
    case noEvents
    /// The series has too few months before or after the change.
    case shortSeries(before: Int, after: Int, neededBefore: Int, neededAfter: Int)
    /// The numerical evaluation did not converge.
    case notConverged(function: String)

    /// The reason in one clause, without a full stop.
    public var description: String {
        switch self {
        case .outsideDomain(let quantity, let value, let expected): "\(quantity) is \(value) but must be \(expected)"
        case .tooFew(let needed, let given): "needs \(needed) values, there are \(given)"
        case .unequalLengths(let left, let right): "the samples have \(left) and \(right) values but must be paired"
        case .notFinite: "a number is too large or not a number"
        case .noSpread: "all values are identical"
        case .separation: "one side has no event at all"
        case .rankDeficient(let columns):
            columns.isEmpty
                ? "the matrix has no inverse" : "nothing is left to estimate beside \(columns.joined(separator: ", "))"
        case .perfectSeparation: "the answers are foretold without error"
        case .denominatorNearZero: "what it is divided by may be zero"
        case .notNested: "a member belongs to more than one group"
        case .improperSolution: "the common factor would explain an item without any error (a Heywood case)"
        case .undefinedStatistic(0): "the statistic has no value for this sample"
        case .undefinedStatistic(let resamples): "the statistic has no value in \(resamples) of the resamples"
        case .noEvents: "there is no event at all"
        case .shortSeries(let before, let after, let neededBefore, let neededAfter):
            "there are \(before) months before and \(after) after, but \(neededBefore) and \(neededAfter) are needed"
        case .notConverged(let function): "\(function) did not converge"
        }
    }
}

/// Refuses what the C layer reports as not a number.
func evaluated(_ value: Double, _ function: String) throws(StatisticsError) -> Double {
    guard !value.isNaN else { throw .notConverged(function: function) }
    return value
}

/// Checks a probability strictly between 0 and 1.
func probability(_ value: Double, _ quantity: String = "the probability") throws(StatisticsError) -> Double {
    guard value > 0, value < 1 else {
        throw .outsideDomain(quantity: quantity, value: value, expected: "between 0 and 1")
    }
    return value
}

/// Checks a finite number above 0.
func positive(_ value: Double, _ quantity: String) throws(StatisticsError) -> Double {
    guard value > 0, value.isFinite else { throw .outsideDomain(quantity: quantity, value: value, expected: "above 0") }
    return value
}

/// Checks an argument of a distribution function: any number, infinities included.
func argument(_ value: Double) throws(StatisticsError) -> Double {
    guard !value.isNaN else { throw .notFinite }
    return value
}
