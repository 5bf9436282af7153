/// The columns of a linear model, each with its name.
public struct Design: Hashable, Sendable {
    /// The name of the constant column.
    public static let interceptName = "(Intercept)"

    /// The names, one a column.
    public private(set) var names: [String]
    /// The number of observations.
    public let rows: Int
    private(set) var columns: [[Double]]

    /// A design with no column yet.
    public init(rows: Int) { (self.rows, names, columns) = (rows, [], []) }

    /// A design with the constant column.
    public init(intercept rows: Int) {
        (self.rows, names, columns) = (rows, [Self.interceptName], [Array(repeating: 1, count: rows)])
    }

    /// Adds a column.
    /// - Throws: ``StatisticsError/unequalLengths(_:_:)``; ``StatisticsError/notFinite``.
    public mutating func append(_ name: String, _ column: [Double]) throws(StatisticsError) {
        guard column.count == rows else { throw .unequalLengths(rows, column.count) }
        guard column.allSatisfy(\.isFinite) else { throw .notFinite }
        names.append(name)
        columns.append(column)
    }

    /// Adds one 0/1 column for each level but the first, named `NAME=LEVEL` (treatment contrasts).
    ///
    /// - Parameters:
    ///   - name: The factor.
    ///   - levels: The level of each observation.
    ///   - order: The levels, the reference first; nil sorts them. A level that no observation has gives a column of zeros,
    ///     which the fit drops.
    /// - Throws: ``StatisticsError/unequalLengths(_:_:)``.
    public mutating func appendFactor(_ name: String, _ levels: [String], order: [String]? = nil)
        throws(StatisticsError)
    {
        guard levels.count == rows else { throw .unequalLengths(rows, levels.count) }
        for level in (order ?? Set(levels).sorted()).dropFirst() {
            names.append("\(name)=\(level)")
            columns.append(levels.map { $0 == level ? 1 : 0 })
        }
    }

    /// The columns as a matrix.
    public var matrix: Matrix {
        var result = Matrix(rows: rows, columns: columns.count)
        result.elements = ContiguousArray(columns.joined())
        return result
    }

    /// Whether a column holds only zeros and ones.
    func isIndicator(_ name: String) -> Bool {
        names.firstIndex(of: name).map { columns[$0].allSatisfy { $0 == 0 || $0 == 1 } } ?? false
    }

    /// The values of one observation, column by column.
    func row(_ index: Int) -> [Double] { columns.map { $0[index] } }

    /// The same columns for these observations only, in this order; an observation may come twice.
    public func selecting(rows chosen: [Int]) -> Design {
        var result = Design(rows: chosen.count)
        result.names = names
        result.columns = columns.map { column in chosen.map { column[$0] } }
        return result
    }
}
