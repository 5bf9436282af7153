import Foundation
import Testing

@testable import Material

/// Where the program looks, in the order `--content`, share beside the executable, above the executable, above the
/// working folder.
@Suite struct ContentFolderTests {
    /// A tree of folders for one test.
    private final class Tree {
        let root: String

        init(_ folders: String...) throws {
            let url = FileManager.default.temporaryDirectory.appending(path: "tree-\(UUID().uuidString)")
            root = url.path
            for folder in folders + ["work"] {
                try FileManager.default.createDirectory(
                    at: url.appending(path: folder),
                    withIntermediateDirectories: true
                )
            }
        }

        deinit { try? FileManager.default.removeItem(atPath: root) }

        func find(explicit: String? = nil, executable: String?, from working: String = "work") throws -> String {
            let folder = try ContentFolder.find(
                explicit: explicit,
                executable: executable.map { "\(root)/\($0)" },
                workingFolder: "\(root)/\(working)"
            )
            return String(folder.path.dropFirst(root.count))
        }
    }

    private static let shared = ["share/commonground/CourseMaterial", "share/commonground/Certificates"]

    @Test func anInstalledProgramFindsItsShare() throws {
        let tree = try Tree("bin", Self.shared[0], Self.shared[1])
        #expect(try tree.find(executable: "bin/commonground") == "/share/commonground")
    }

    @Test func aBuiltProgramFindsTheCheckoutAboveIt() throws {
        let tree = try Tree("code/.build/debug", "code/CourseMaterial", "code/Certificates")
        #expect(try tree.find(executable: "code/.build/debug/commonground") == "/code")
    }

    @Test func shareGoesBeforeTheFoldersAbove() throws {
        let tree = try Tree("bin", Self.shared[0], Self.shared[1], "CourseMaterial", "Certificates")
        #expect(try tree.find(executable: "bin/commonground") == "/share/commonground")
    }

    @Test func theNearestFolderWithBothWins() throws {
        let tree = try Tree(
            "a/CourseMaterial",
            "a/b/c",
            "CourseMaterial",
            "Certificates",
            "a/b/CourseMaterial",
            "a/b/Certificates"
        )
        #expect(try tree.find(executable: "a/b/c/commonground") == "/a/b")
        #expect(try tree.find(executable: "a/commonground") == "")
    }

    @Test func theWorkingFolderComesLast() throws {
        let tree = try Tree("bin", "code/CourseMaterial", "code/Certificates", "code/deep/er")
        #expect(try tree.find(executable: "bin/commonground", from: "code/deep/er") == "/code")
        #expect(try tree.find(executable: nil, from: "code/deep/er") == "/code")
    }

    @Test func anExplicitFolderIsTakenFromTheWorkingFolder() throws {
        let tree = try Tree("mine/CourseMaterial", "mine/Certificates", "CourseMaterial", "Certificates")
        #expect(try tree.find(explicit: "../mine", executable: "commonground") == "/mine")
        #expect(try tree.find(explicit: "\(tree.root)/mine/.", executable: "commonground") == "/mine")
        #expect(try tree.find(explicit: "", executable: "commonground") == "")
    }

    @Test func anExplicitFolderWithoutBothIsRefusedEvenWhenOthersWouldDo() throws {
        let tree = try Tree("mine/CourseMaterial", "CourseMaterial", "Certificates")
        let refusal = #expect(throws: ContentFolderNotFound.self) {
            try tree.find(explicit: "../mine", executable: "commonground")
        }
        #expect(
            refusal?.description
                == "The folder \(tree.root)/mine does not hold both CourseMaterial and Certificates; "
                + "give the folder that does with --content DIR or COMMONGROUND_CONTENT."
        )
    }

    @Test func aMissNamesThePlaces() throws {
        let tree = try Tree("bin", "CourseMaterial")
        let refusal = #expect(throws: ContentFolderNotFound.self) { try tree.find(executable: "bin/commonground") }
        let root = tree.root
        #expect(
            refusal?.description
                == "The folders CourseMaterial and Certificates were not found in or above "
                + "\(root)/share/commonground, \(root)/bin, \(root)/work; "
                + "say where they are with --content DIR or COMMONGROUND_CONTENT."
        )
    }

    @Test func aFileThatIsNotTextIsNamed() throws {
        let tree = try Tree("CourseMaterial")
        try Data([0x61, 0xFF]).write(to: URL(filePath: "\(tree.root)/CourseMaterial/x.yaml"))
        let folder = ContentFolder(path: tree.root)
        let broken = #expect(throws: MaterialFault.self) { try folder.text(of: "CourseMaterial/x.yaml") }
        #expect(broken?.description == "CourseMaterial/x.yaml: The file is not UTF-8 text; save it as UTF-8.")
        let missing = #expect(throws: MaterialFault.self) { try folder.text(of: "CourseMaterial/y.yaml") }
        #expect(missing?.description == "CourseMaterial/y.yaml: The file is missing or cannot be read.")
        #expect(folder.names(in: "CourseMaterial") == ["x.yaml"])
        #expect(folder.names(in: "Nowhere") == [])
        #expect(folder.isFile("CourseMaterial/x.yaml"))
        #expect(!folder.isFile("CourseMaterial"))
    }
}
