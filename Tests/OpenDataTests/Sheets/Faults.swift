import OpenData
import Testing

/// A sheet's text as a source called `sheet.csv`.
func sheet(_ text: String) -> CSVSource { .bytes(Array(text.utf8), name: "sheet.csv") }

/// What a reading refuses, line by line.
func faults<Value>(_ read: () throws -> Value) -> [String] {
    do {
        _ = try read()
        return []
    } catch {
        return "\(error)".split(separator: "\n").map(String.init)
    }
}
