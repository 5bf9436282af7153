import ArgumentParser
import Foundation

/// How results are printed.
enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
}

/// Options of every verb that prints something.
struct FormatOptions: ParsableArguments {
    @Option(help: "text for people, json for programs.") var format = Format.text

    /// Prints a result in the form asked for.
    func show(_ value: some Encodable, text: () -> String) throws {
        switch format {
        case .text: print(text())
        case .json:
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            print(String(decoding: try encoder.encode(value), as: UTF8.self))
        }
    }
}

/// Rows of text in columns that line up.
struct TextColumns {
    private var rows: [[String]]

    init(_ heads: String...) { rows = [heads] }

    mutating func add(_ cells: String...) { rows.append(cells) }

    var text: String {
        guard rows.count > 1 else { return "None." }
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            row.enumerated().map { index, cell in
                index == row.count - 1 ? cell : cell + String(repeating: " ", count: widths[index] - cell.count)
            }.joined(separator: "  ")
        }.joined(separator: "\n")
    }
}
