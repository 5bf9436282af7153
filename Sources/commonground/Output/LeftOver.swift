import FoundationEssentials
import Glibc

/// Unfinished files and folders: `.NAME.PID.part`. Those of programs that were killed hold names, and are removed by the next
/// that writes to the same place.
enum LeftOver {
    /// What an unfinished file of this program is called while it becomes `name`.
    static func name(for name: String) -> String { (name.isEmpty ? "" : ".\(name)") + ".\(getpid()).part" }

    /// Removes what programs that no longer run left of the file at `path`.
    static func remove(beside path: String) {
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
        remove(in: folder.isEmpty ? "." : String(folder), under: String(path.dropFirst(folder.count)))
    }

    /// Removes what programs that no longer run left in `folder` of the file `name`.
    static func remove(in folder: String, under name: String) {
        let beginning = name.isEmpty ? "." : ".\(name)."
        for entry in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        where entry.hasPrefix(beginning) && entry.hasSuffix(".part") {
            let process = entry.dropFirst(beginning.count).dropLast(".part".count)
            guard let process = pid_t(process), process > 0, kill(process, 0) != 0, errno == ESRCH else { continue }
            try? FileManager.default.removeItem(atPath: "\(folder)/\(entry)")
        }
    }
}
