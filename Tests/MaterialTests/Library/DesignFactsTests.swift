import Material
import Programme
import Testing

/// The promises of the defusing course that an edit must not lose unseen, tried on a copy of the shipped material.
@Suite struct DesignFactsTests {
    private static let course = "CourseMaterial/courses/defusing-one-day/course.yaml"

    private func faults(_ edits: [(old: String, new: String)]) throws -> [String] {
        let content = try TemporaryContent(copyOf: ProjectContent.folder)
        for edit in edits { try content.edit(Self.course, edit.old, edit.new) }
        return MaterialCheck.ofCourses(in: content.folder).faults.map(\.message)
    }

    @Test(arguments: [(4, "[LO2]", "04-pause-look-choose"), (6, "[LO3]", "06-who-to-call")])
    func aSafetyModuleKeepsItsFlag(number: Int, outcomes: String, plan: String) throws {
        let flag = "    outcomes: \(outcomes)\n    safety_critical: yes\n    plan: modules/\(plan).md"
        let unflagged = (old: flag, new: flag.replacing("    safety_critical: yes\n", with: ""))
        #expect(
            try faults([unflagged]) == [
                "The certificate requires module \(number), but it is not marked \"safety_critical: yes\"."
            ]
        )
        let other = 10 - number
        let unrequired = (old: "required_modules: [4, 6]", new: "required_modules: [\(other)]")
        #expect(
            try faults([unflagged, unrequired]) == [
                "Module \(number) of defusing-one-day must be marked \"safety_critical: yes\" and be required.",
                "Module \(number) of defusing-two-evenings must be marked \"safety_critical: yes\" and be required.",
            ]
        )
    }

    @Test func theDoseStaysTheSameEvenWhenEverySumAgrees() throws {
        let shorter = [
            (old: "title: Close\n    minutes: 10", new: "title: Close\n    minutes: 5"),
            (old: "{contact: 345, breaks: 75,", new: "{contact: 340, breaks: 75,"),
            (old: "minutes: 10, module: 12", new: "minutes: 5, module: 12"),
            (old: "at: \"16:30\"", new: "at: \"16:25\""),
        ]
        #expect(
            try faults(shorter) == [
                "defusing-one-day has 345 contact minutes by design, not 340.",
                "The timing ends at minute 10, but module 12 takes 5 minutes.",
                "Module 12 takes 5 minutes, but the agenda gives it 10.",
            ]
        )
    }

    @Test func aLongerBreakIsNotTheDesign() throws {
        let longer = [
            (old: "surveys: 30}", new: "surveys: 25}"), (old: "breaks: 75", new: "breaks: 80"),
            (old: "{at: \"16:30\", minutes: 15", new: "{at: \"16:35\", minutes: 10"),
            (old: "{at: \"16:20\"", new: "{at: \"16:25\""), (old: "{at: \"16:00\"", new: "{at: \"16:05\""),
            (old: "{at: \"15:45\"", new: "{at: \"15:50\""), (old: "{at: \"14:50\"", new: "{at: \"14:55\""),
            (old: "{at: \"14:35\", minutes: 15", new: "{at: \"14:35\", minutes: 20"),
        ]
        #expect(
            try faults(longer) == [
                "defusing-one-day has 75 minutes of breaks and 30 of surveys by design, not 80 and 25."
            ]
        )
    }

    @Test func everySceneKeepsItsStopRule() throws {
        let library = try CourseLibrary.read(ProjectContent.folder)
        for book in library.books {
            for scene in book.rolePlays {
                let content = try TemporaryContent(copyOf: ProjectContent.folder)
                let file = "\(book.folder)/role-plays/\(scene.code).yaml"
                guard content.folder.isFile(file) else { continue }
                try content.edit(file, "stop_rule: >-", "stop_rule_lost: >-")
                let faults = MaterialCheck.ofCourses(in: content.folder).faults
                #expect(faults.contains { $0.file == file && $0.message.hasPrefix("The scene has no stop rule") })
            }
        }
    }
}
