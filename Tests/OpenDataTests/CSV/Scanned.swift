import CByteMarks

@testable import OpenData

/// What a scanner makes of bytes: records with the lines they begin on, and the fault that ends them, if any.
struct Scanned: Equatable {
    var records: [[String]] = []
    var lines: [Int] = []
    var fault: String?

    init(_ bytes: [UInt8], piece: Int = 1 << 16, limits: CSVLimits = CSVLimits(), way: cg_way = CG_BEST) {
        var rest = bytes[...]
        var scanner = CSVScanner(limits: limits, piece: piece, way: way) { (target) throws(OpenDataRefusal) in
            let count = min(target.count, rest.count)
            target.copyBytes(from: rest.prefix(count))
            rest = rest.dropFirst(count)
            return count
        }
        do throws(CSVScanner.Failure) {
            while try scanner.advance() {
                records.append(scanner.texts)
                lines.append(scanner.line)
            }
        } catch {
            switch error {
            case .refused(let refusal): fault = "\(refusal)"
            case .notCSV(let found): fault = "\(found.line) \(found.field.map(String.init) ?? "-"): \(found.message)"
            }
        }
    }
}
