/// The columns of one kind of sheet; the raw value is the column's place in the declaration.
protocol SheetColumn: RawRepresentable<Int>, CaseIterable, Sendable {
    /// The name of the kind of sheet: `responses.csv`.
    static var sheet: String { get }
    /// The name in the header.
    var name: String { get }
    /// Whether a sheet must have it.
    var isRequired: Bool { get }
}
