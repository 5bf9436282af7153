import Foundation
import Testing

/// Arrows point inward only: the manifest and every import are held against one table.
///
/// The table is the one of the architecture notes, with these changes: OpenData takes fingerprints with libxxhash,
/// looks at 64 bytes at once through a C header and reads zip archives with minizip; CertificateWriter encodes QR codes
/// itself, so that libqrencode serves its tests alone; Material reads the designs' pictures with libpng; Figures, Website
/// and commonground name the targets whose values they pass on, since member imports must be visible.
@Suite struct ArchitectureTests {
    /// What each target of ours may import of ours.
    static let arrows: [String: Set<String>] = [
        "Programme": [],
        "Statistics": ["CSpecialFunctions"],
        "Material": ["Programme", "CPNG"],
        "Evaluation": ["Statistics", "Programme"],
        "Figures": ["Evaluation", "Programme"],
        "Reports": ["Programme", "Evaluation", "Figures"],
        "TextLayout": ["CHarfBuzz", "CICU"],
        "PDFWriter": ["CDeflate"],
        "CertificateWriter": ["Programme", "TextLayout", "PDFWriter"],
        "OpenData": ["Programme", "CXXHash", "CByteMarks", "CMinizip"],
        "Records": ["Programme"],
        "Operations": ["Programme", "Material", "Records", "Evaluation", "OpenData", "CertificateWriter"],
        "Website": [
            "Programme", "Material", "Records", "Evaluation", "CertificateWriter", "Operations", "Figures", "Reports",
        ],
        "commonground": [
            "Programme", "Material", "Records", "Evaluation", "OpenData", "CertificateWriter", "Operations", "Website",
            "Figures", "Reports", "CMinizip",
        ],
    ]

    /// What each target may import from outside; the system's own modules are free.
    static let outside: [String: Set<String>] = [
        "Material": ["Yams"],
        "CertificateWriter": ["Crypto"],
        "Records": ["GRDB"],
        "Operations": ["Crypto", "CryptoExtras", "Logging"],
        "Website": [
            "Hummingbird", "HummingbirdCore", "HTTPTypes", "NIOCore", "NIOHTTP1", "NIOPosix", "Mustache", "Crypto",
            "Logging",
            "ServiceLifecycle",
        ],
        "commonground": ["ArgumentParser", "Crypto", "Logging", "Hummingbird", "NIOCore", "ServiceLifecycle"],
    ]

    static let system: Set<String> = ["Dispatch", "FoundationEssentials", "Glibc", "Synchronization"]
    /// Targets that bring full Foundation anyway, by GRDB, Mustache or ArgumentParser.
    static let withFoundation: Set<String> = ["Records", "Website", "commonground"]

    @Test("imports only what the table allows", arguments: arrows.keys.sorted())
    func imports(of target: String) throws {
        let allowed = (Self.arrows[target] ?? []).union(Self.outside[target] ?? []).union(Self.system)
            .union(Self.withFoundation.contains(target) ? ["Foundation"] : [])
        for file in try Project.swiftFiles(in: "Sources/\(target)") {
            for module in try Project.imports(of: file) where !allowed.contains(module) {
                Issue.record("\(file) imports \(module), which the architecture does not allow for \(target).")
            }
        }
    }

    @Test("no target is missing from the table") func complete() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Project.root + "/Sources")
        let libraries: Set<String> = [
            "CSpecialFunctions", "CHarfBuzz", "CICU", "CDeflate", "CQREncode", "CXXHash", "CByteMarks", "CMinizip",
            "CPNG",
        ]
        #expect(Set(folders).subtracting(libraries) == Set(Self.arrows.keys))
    }

    @Test("the manifest's dependencies are the table's", arguments: arrows.keys.sorted())
    func manifest(of target: String) throws {
        let declared = try Project.manifestDependencies(of: target)
        let ours = declared.filter { name in
            FileManager.default.fileExists(atPath: Project.root + "/Sources/\(name)")
        }
        #expect(Set(ours).isSubset(of: Self.arrows[target] ?? []), "\(target) depends on \(ours.sorted())")
    }

    @Test("the manifest can be read, or the test above would pass on nothing") func manifestIsRead() throws {
        #expect(try Project.manifestDependencies(of: "Operations").contains("Records"))
        #expect(try Project.manifestDependencies(of: "Statistics") == ["CSpecialFunctions"])
    }

    @Test("GRDB is imported in one file") func engineStaysInOneFile() throws {
        let files = try Project.swiftFiles(in: "Sources").filter { try Project.imports(of: $0).contains("GRDB") }
        #expect(files.count == 1, "\(files)")
    }

    @Test(
        "nothing in Sources can stop the program or ignore an error",
        arguments: ["fatalError(", "try!", " as! ", "preconditionFailure("]
    )
    func noTraps(word: String) throws {
        for file in try Project.swiftFiles(in: "Sources") where !file.contains("/Generated/") {
            #expect(!(try Project.text(of: file)).contains(word), "\(file) contains \(word)")
        }
    }
}

/// The checkout as text.
enum Project {
    static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent().path(percentEncoded: false).trimmingSuffix("/")

    static func swiftFiles(in folder: String) throws -> [String] {
        let all = FileManager.default.enumerator(atPath: root + "/" + folder)?.compactMap { $0 as? String } ?? []
        let files = all.filter { $0.hasSuffix(".swift") }.map { folder + "/" + $0 }.sorted()
        guard !files.isEmpty else { throw CocoaError(.fileNoSuchFile) }
        return files
    }

    static func text(of file: String) throws -> String {
        try String(contentsOf: URL(filePath: root + "/" + file), encoding: .utf8)
    }

    static func imports(of file: String) throws -> Set<String> {
        let lines = try text(of: file).split(separator: "\n")
        return Set(
            lines.compactMap { line in
                let words = line.split(separator: " ")
                guard let position = words.firstIndex(of: "import"), words.count > position + 1,
                    line.first?.isWhitespace == false,
                    words[..<position].allSatisfy({
                        $0 == "public" || $0 == "package" || $0 == "internal" || $0.hasPrefix("@")
                    })
                else { return nil }
                let name = words.last.map(String.init) ?? ""
                return name.split(separator: ".").first.map(String.init)
            }
        )
    }

    /// The quoted words of the `dependencies:` list of one target in Package.swift.
    static func manifestDependencies(of target: String) throws -> [String] {
        let manifest = try text(of: "Package.swift")
        guard let name = manifest.firstRange(of: "name: \"\(target)\"") else { throw CocoaError(.fileNoSuchFile) }
        let rest = manifest[name.upperBound...]
        let end =
            [
                "\n        .target(", "\n        .executableTarget(", "\n        .testTarget(",
                "\n        .systemLibrary(",
            ]
            .compactMap { rest.firstRange(of: $0)?.lowerBound }.min() ?? rest.endIndex
        let body = rest[..<end]
        guard let list = body.firstRange(of: "dependencies: [") else { return [] }
        let inside = body[list.upperBound...].prefix { $0 != "]" }
        return inside.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}
