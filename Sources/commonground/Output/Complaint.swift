import ArgumentParser
import Foundation
import Material
import OpenData
import Programme
import Records

/// Turns any error into one sentence on standard error and an exit code.
enum Complaint {
    /// Input that cannot be read as what it should be (EX_DATAERR).
    struct BadData: Error, CustomStringConvertible {
        let description: String
    }

    /// An input file that is not there (EX_NOINPUT).
    struct MissingInput: Error, CustomStringConvertible {
        let path: String
        var description: String { "There is no file \(path), or it cannot be read. Check the path and its rights." }
    }

    /// Something that could not be written (EX_IOERR).
    struct CannotWrite: Error, CustomStringConvertible {
        let path: String
        let reason: String
        var description: String {
            "\(path) cannot be written: \(reason). Check the folder, its rights and the space on the disk."
        }
    }

    static func exit(with error: any Error) -> Never {
        guard let code = code(of: error) else {
            CommonGround.exit(withError: error)
        }
        var words = "\(error)"
        if !words.hasSuffix("\n") { words += "\n" }
        FileHandle.standardError.write(Data(words.utf8))
        Foundation.exit(code)
    }

    /// The exit code of an error of ours; nil for the argument parser's own.
    private static func code(of error: any Error) -> Int32? {
        switch error {
        case let refusal as OpenDataRefusal:
            switch refusal {
            case .malformed: 65
            case .missing: 66
            case .unreadable: 74
            }
        case is CSVFault, is BadData, is MaterialFaults, is MaterialFault: 65
        case is MissingInput: 66
        case is CannotWrite, is SQLiteEngine.Unusable, is NewerSchema, is PortInUse: 74
        case is any Refusal: 1
        case is SQLRow.Mismatch, is UnauditedChange, is StatementRefused: 74
        default: nil
        }
    }
}
