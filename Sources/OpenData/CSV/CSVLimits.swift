/// How much of a file may be one thing, so that a broken or hostile file is refused rather than eaten.
public struct CSVLimits: Hashable, Sendable {
    /// Bytes in one record, with its quoted line breaks.
    public var recordBytes: Int
    /// Bytes in one field.
    public var fieldBytes: Int
    /// Fields in one record.
    public var fields: Int
    /// Faults gathered before reading stops.
    public var faults: Int

    /// Limits; the defaults are far above any sheet written by people.
    public init(recordBytes: Int = 1 << 20, fieldBytes: Int = 1 << 18, fields: Int = 1024, faults: Int = 100) {
        self.recordBytes = recordBytes
        self.fieldBytes = fieldBytes
        self.fields = fields
        self.faults = faults
    }
}
