import Foundation
import Testing

/// Compares what a page says with the file kept for it. With `RECORD_SNAPSHOTS` set the file is written and the test fails,
/// so that nobody commits a baseline unread.
func expectSnapshot(
    _ html: String,
    named name: String,
    file: String = #filePath,
    at location: SourceLocation = #_sourceLocation
) throws {
    let url = URL(filePath: file).deletingLastPathComponent()
        .appending(path: "Snapshots/\(name).html")
    let text = withoutVersions(html)
    guard ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == nil else {
        try Data(text.utf8).write(to: url)
        Issue.record("Recorded \(name). Read it, then run again.", sourceLocation: location)
        return
    }
    #expect(try String(contentsOf: url, encoding: .utf8) == text, "\(name)", sourceLocation: location)
}

/// The page's main part without empty lines and without the versions of stylesheet and script.
private func withoutVersions(_ html: String) -> String {
    let start = html.firstRange(of: "<main")?.lowerBound ?? html.startIndex
    let end = html.firstRange(of: "</main>")?.upperBound ?? html.endIndex
    let lines = html[start..<end].split(separator: "\n").filter { !$0.allSatisfy(\.isWhitespace) }
    return lines.joined(separator: "\n") + "\n"
}
