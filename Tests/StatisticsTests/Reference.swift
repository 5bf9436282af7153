import Foundation
import Testing

/// A table of expected numbers beside its script.
struct ReferenceTable {
    let rows: [[String]]

    /// Reads `Reference/NAME`, without its heading.
    init(_ name: String, separator: Character = ",", heading: Bool = true, file: String = #filePath) throws {
        let url = URL(filePath: file).deletingLastPathComponent().appending(path: "Reference/\(name)")
        let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst(heading ? 1 : 0)
        rows = lines.map { $0.split(separator: separator, omittingEmptySubsequences: false).map(String.init) }
        try #require(!rows.isEmpty)
    }
}

/// The numbers of a cell, separated by spaces or commas.
func numbers(_ cell: String) -> [Double] {
    cell.split { $0 == " " || $0 == "," }.compactMap { Double($0) }
}

/// Whether two numbers agree to a relative tolerance, absolute below `floor`.
func agree(_ left: Double, _ right: Double, relative: Double, floor: Double = 0) -> Bool {
    left == right || abs(left - right) <= max(relative * max(abs(left), abs(right)), floor)
}

/// Uniform numbers that are the same in every run (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
