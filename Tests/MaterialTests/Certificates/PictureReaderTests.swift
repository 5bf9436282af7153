import Foundation
import Programme
import Testing

@testable import Material

/// The pictures were drawn by `Tests/CertificateWriterTests/Pictures/draw.py`; the colours expected are those it paints with.
@Suite("Reading pictures") struct PictureReaderTests {
    static let pictures = ContentFolder(
        path: URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../CertificateWriterTests/Pictures").standardized.path
    )

    struct Kind: Sendable, CustomTestStringConvertible {
        let file: String
        let components: Int
        var opacity: Int?
        /// In the middle of the sun.
        let sun: [UInt8]
        var testDescription: String { file }
    }

    @Test(
        "every kind of PNG is decoded to eight bits",
        arguments: [
            Kind(file: "logo.png", components: 3, opacity: 255, sun: [176, 58, 46]),
            Kind(file: "flat.png", components: 3, sun: [176, 58, 46]),
            Kind(file: "palette.png", components: 3, sun: [176, 58, 46]),
            Kind(file: "interlaced.png", components: 3, sun: [176, 58, 46]),
            Kind(file: "deep.png", components: 3, sun: [176, 58, 46]),
            // 0.299 · 176 + 0.587 · 58 + 0.114 · 46
            Kind(file: "grey.png", components: 1, sun: [92]),
        ]
    )
    func decodes(_ kind: Kind) throws {
        let picture = try PictureReader.read(kind.file, in: Self.pictures)
        #expect((picture.width, picture.height) == (120, 80))
        #expect(picture.components == kind.components)
        guard case .samples(let samples, let opacity) = picture.pixels else {
            Issue.record("not decoded")
            return
        }
        let pixel = 26 * 120 + 94
        #expect(Array(samples[(pixel * kind.components)..<((pixel + 1) * kind.components)]) == kind.sun)
        #expect(opacity.map { Int($0[pixel]) } == kind.opacity)
        #expect(opacity.map { Int($0[0]) } == kind.opacity.map { _ in 0 }, "the corner shows what is behind")
    }

    @Test("sixteen bits and interlacing change nothing")
    func sameSamples() throws {
        let flat = try PictureReader.read("flat.png", in: Self.pictures).pixels
        #expect(try PictureReader.read("interlaced.png", in: Self.pictures).pixels == flat)
        #expect(try PictureReader.read("deep.png", in: Self.pictures).pixels == flat)
    }

    @Test("what a camera or program noted does not come along", arguments: ["deep.png", "photo.jpg"])
    func dropsNotes(file: String) throws {
        let original = try Data(contentsOf: URL(filePath: Self.pictures.path(of: file)))
        let kept = Data(try PictureReader.read(file, in: Self.pictures).file)
        let note = Data("taken at home".utf8)
        #expect(original.range(of: note) != nil)
        #expect(kept.range(of: note) == nil)
    }

    @Test(
        "a JPEG is measured by its header",
        arguments: [("photo.jpg", 3), ("progressive.jpg", 3), ("grey.jpg", 1)]
    )
    func measures(file: String, components: Int) throws {
        let picture = try PictureReader.read(file, in: Self.pictures)
        #expect((picture.width, picture.height, picture.components) == (120, 80, components))
        #expect(picture.pixels == .jpeg)
        #expect(picture.file.starts(with: [0xFF, 0xD8]) && picture.file.suffix(2) == [0xFF, 0xD9])
    }

    @Test(
        "what cannot be printed is refused with the reason",
        arguments: [
            ("cmyk.jpg", "CMYK"), ("sideways.jpg", "turn"), ("draw.py", "neither PNG nor JPEG"),
            ("lost.png", "missing"),
        ]
    )
    func refuses(file: String, words: String) throws {
        let fault = #expect(throws: PictureFault.self) { try PictureReader.read(file, in: Self.pictures) }
        #expect(fault?.reason.contains(words) == true, "\(String(describing: fault))")
    }

    /// Files made for one test.
    private func reading(_ bytes: [UInt8], size: Int? = nil) throws(PictureFault) -> Picture {
        let folder = FileManager.default.temporaryDirectory.appending(path: "pictures-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try? Data(bytes + [UInt8](repeating: 0, count: max(0, (size ?? 0) - bytes.count)))
            .write(to: folder.appending(path: "file"))
        return try PictureReader.read("file", in: ContentFolder(path: folder.path))
    }

    @Test("a large file or picture is refused before it is decoded")
    func refusesLarge() throws {
        let large = #expect(throws: PictureFault.self) { try self.reading([0x89, 0x50, 0x4E], size: (4 << 20) + 1) }
        #expect(large?.reason.contains("4 MB") == true)
        var wide = try bytes(of: "flat.png")
        wide.replaceSubrange(16..<20, with: [0, 0, 0x0F, 0xA1])
        let width = #expect(throws: PictureFault.self) { try self.reading(wide) }
        #expect(width?.reason.contains("4001 by 80 pixels") == true)
    }

    private func bytes(of file: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: Self.pictures.path(of: file))))
    }

    @Test("a file that is cut off is refused, wherever", arguments: ["logo.png", "progressive.jpg", "photo.jpg"])
    func refusesCutOff(file: String) throws {
        let whole = try bytes(of: file)
        for length in stride(from: 0, to: whole.count - 1, by: 97) {
            #expect(throws: PictureFault.self, "\(length) bytes") { try self.reading(Array(whole[..<length])) }
        }
    }

    @Test(
        "no broken file stops the program",
        arguments: ["logo.png", "palette.png", "interlaced.png", "progressive.jpg"]
    )
    func survives(file: String) throws {
        let whole = try bytes(of: file)
        var state: UInt64 = 7
        func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        for _ in 0..<400 {
            var spoilt = whole
            for _ in 0..<(1 + next(4)) { spoilt[next(spoilt.count)] = UInt8(next(256)) }
            do {
                let picture = try reading(spoilt)
                #expect((1...4000).contains(picture.width) && (1...4000).contains(picture.height))
            } catch { #expect(!error.reason.isEmpty) }
        }
    }

    @Test("links in a circle, pipes and folders are not opened")
    func refusesOddFiles() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "odd-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(
            at: folder.appending(path: "folder"),
            withIntermediateDirectories: true
        )
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/a", withDestinationPath: "b")
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/b", withDestinationPath: "a")
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/zero", withDestinationPath: "/dev/zero")
        mkfifo(folder.path + "/pipe", 0o600)
        let content = ContentFolder(path: folder.path)
        for (name, words) in [("a", "circle"), ("folder", "ordinary"), ("zero", "ordinary"), ("pipe", "ordinary")] {
            let fault = #expect(throws: MaterialFault.self) { try content.text(of: name) }
            #expect(fault?.message.contains(words) == true, "\(String(describing: fault))")
        }
    }
}
