import Material
import Testing

/// One edit that makes the made-up material wrong, and every fault the check should then name.
struct Slip: Sendable, CustomTestStringConvertible {
    let what: String
    let file: MadeUpMaterial.File
    let old: String
    let new: String
    let faults: [String]

    init(_ what: String, in file: MadeUpMaterial.File, _ old: String, _ new: String, _ faults: MaterialFault...) {
        (self.what, self.file, self.old, self.new) = (what, file, old, new)
        self.faults = faults.map(\.description)
    }

    var testDescription: String { what }
}

extension MaterialFault {
    static func fault(_ file: MadeUpMaterial.File, _ line: Int?, _ message: String) -> MaterialFault {
        MaterialFault(file: file.rawValue, line: line, message: message)
    }
}

@Suite struct MaterialFaultTests {
    @Test func theMadeUpMaterialHasNoFault() throws {
        let content = try TemporaryContent(MadeUpMaterial.files)
        #expect(MaterialCheck.ofCourses(in: content.folder).faults.map(\.description) == [])
    }

    @Test func anEditorThatWritesWindowsLinesAndAByteOrderMarkDoesNoHarm() throws {
        let windows = MadeUpMaterial.files.mapValues { "\u{FEFF}" + $0.replacing("\n", with: "\r\n") }
        let content = try TemporaryContent(windows)
        let plain = try TemporaryContent(MadeUpMaterial.files)
        #expect(MaterialCheck.ofCourses(in: content.folder).faults.map(\.description) == [])
        let (read, same) = (try CourseLibrary.read(content.folder), try CourseLibrary.read(plain.folder))
        #expect(read.books.map(\.course) == same.books.map(\.course))
        #expect(read.instruments == same.instruments)
        #expect(read.books.flatMap(\.plans).map(\.steps) == same.books.flatMap(\.plans).map(\.steps))
    }

    @Test(arguments: Slip.inCourses + Slip.inPlansAndScenes + Slip.inSurveys + Slip.elsewhere)
    func isNamedWithFileAndLine(_ slip: Slip) throws {
        let content = try TemporaryContent(MadeUpMaterial.files)
        try content.edit(slip.file.rawValue, slip.old, slip.new)
        let check = MaterialCheck.ofCourses(in: content.folder)
        #expect(check.faults.map(\.description) == slip.faults)
        #expect(check.summary == [])
    }

    @Test func aReadingThrowsEveryFaultAtOnce() throws {
        let content = try TemporaryContent(MadeUpMaterial.files)
        try content.edit(MadeUpMaterial.File.card.rawValue, "999", "101")
        try content.edit(MadeUpMaterial.File.scene.rawValue, "stop_rule:", "stop_rul:")
        let faults = #expect(throws: MaterialFaults.self) { try CourseLibrary.read(content.folder) }
        #expect(
            faults?.faults.map(\.file) == [
                MadeUpMaterial.File.card.rawValue, MadeUpMaterial.File.scene.rawValue,
                MadeUpMaterial.File.scene.rawValue,
            ]
        )
    }

    @Test func missingFilesAreNamed() throws {
        let content = try TemporaryContent(MadeUpMaterial.files)
        try content.remove(MadeUpMaterial.File.plan.rawValue)
        try content.remove(MadeUpMaterial.File.scene.rawValue)
        try content.remove("CourseMaterial/cards")
        #expect(
            MaterialCheck.ofCourses(in: content.folder).faults.map(\.description) == [
                "CourseMaterial/cards: The folder is missing.",
                "\(MadeUpMaterial.File.course.rawValue):18: The session plan of module 1, \(MadeUpMaterial.File.plan.rawValue), does not exist.",
                "\(MadeUpMaterial.File.course.rawValue):19: The role play \"queue\" has no file \(MadeUpMaterial.File.scene.rawValue).",
            ]
        )
    }

    @Test func linksAndHandoutsHoldTogether() throws {
        let content = try TemporaryContent(MadeUpMaterial.files)
        let folder = "CourseMaterial/courses/tea"
        try content.edit(
            MadeUpMaterial.File.plan.rawValue,
            "- A kettle",
            "- [Cups](../handouts/cups.md#two), [pots](../handouts/pots.md), [tea](https://tea.invalid)"
        )
        try content.write("# Cups\n\nTwo [cups](../none.md).\n", to: "\(folder)/handouts/cups.md")
        try content.write("No heading.\n", to: "\(folder)/handouts/lids.md")
        try content.write("Lids", to: "\(folder)/handouts/lids.txt")
        try content.write("First\n# Guide\n", to: "\(folder)/for-trainers.md")
        #expect(
            MaterialCheck.ofCourses(in: content.folder).faults.map(\.description) == [
                "\(folder)/for-trainers.md:1: The text should begin with a heading \"# TITLE\".",
                "\(folder)/handouts/cups.md:3: The link leads to \(folder)/none.md, which does not exist.",
                "\(folder)/handouts/lids.md: No session plan links to this hand-out.",
                "\(folder)/handouts/lids.md:1: The text should begin with a heading \"# TITLE\".",
                "\(folder)/handouts/lids.txt: A hand-out is a Markdown file that ends in .md.",
                "\(folder)/modules/01-pour.md:9: The link leads to \(folder)/handouts/pots.md, which does not exist.",
            ]
        )
    }
}
