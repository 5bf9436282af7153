import Programme
import Testing

@testable import Material

/// The material that ships, against the outline of the first course and its survey.
@Suite struct ShippedMaterialTests {
    @Test func passesTheCheckAndSaysWhatWasRead() {
        let check = MaterialCheck.ofCourses(in: ProjectContent.folder)
        #expect(check.faults.map(\.description) == [])
        #expect(
            check.summary.contains(
                "course defusing-one-day: contact 345, breaks 75, surveys 30 = 450 min; 12 modules, "
                    + "safety-critical 4 and 6, 4 role plays, 6 outcomes"
            )
        )
        #expect(check.summary.contains { $0.hasPrefix("course defusing-two-evenings: contact 170 + 175,") })
    }
}
