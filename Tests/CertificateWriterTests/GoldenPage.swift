import Foundation
import Testing

/// Pictures of pages, kept in `Golden` and looked at by people.
///
/// `RENEW_GOLDEN=1 swift test --filter Golden` draws them anew and fails, so that nobody keeps one unseen: look at each picture,
/// then run again without it.
enum GoldenPage {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
    static let program = "/usr/bin/pdftoppm"
    static var canDraw: Bool { FileManager.default.isExecutableFile(atPath: program) }

    /// The distance a square of eight by eight pixels may have: other releases of the drawing program round edges otherwise.
    private static let tolerance = 20.0

    /// Draws the page of a file, or a box of it, and holds it against the picture `name`.PNG.
    ///
    /// `box` is `(x, y, width, height)` in millimetres from the upper left; `resolution` is in dots per inch.
    static func expect(
        _ file: [UInt8],
        named name: String,
        box: (x: Double, y: Double, width: Double, height: Double)? = nil,
        resolution: Int = 50,
        at location: SourceLocation = #_sourceLocation
    ) throws {
        let workplace = FileManager.default.temporaryDirectory.appending(path: "golden-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: workplace) }
        try FileManager.default.createDirectory(at: workplace, withIntermediateDirectories: true)
        let source = workplace.appending(path: "page.pdf")
        try Data(file).write(to: source)
        var arguments = ["-r", "\(resolution)", "-gray", "-singlefile"]
        if let box {
            let numbers = [("-x", box.x), ("-y", box.y), ("-W", box.width), ("-H", box.height)]
            arguments += numbers.flatMap { [$0.0, "\(Int(($0.1 / 25.4 * Double(resolution)).rounded()))"] }
        }
        let golden = folder.appending(path: "\(name).png")
        if ProcessInfo.processInfo.environment["RENEW_GOLDEN"] != nil {
            try run(program, arguments + ["-png", source.path, golden.deletingPathExtension().path])
            Issue.record("Drew Golden/\(name).png. Look at it, then run again.", sourceLocation: location)
            return
        }
        try run(program, arguments + [source.path, workplace.appending(path: "page").path])
        let page = try GreyPage(contentsOf: workplace.appending(path: "page.pgm"))
        let distance = page.worstSquare(against: try GreyPage(png: golden))
        #expect(distance <= tolerance, "\(name) looks different", sourceLocation: location)
    }
}
