import Material
import Programme
import Testing

@Suite struct ExtractMappingTests {
    private static let yaml = """
        force: thames-valley
        columns:
          date_time: Logged
          category: Opening category
          attended: Attended
          grade: Grade
          caller: Caller ref
          area: LPA
        dates: day-month-year
        count: [ASB nuisance, ASB personal]
        attended: [Y]
        not_attended: ["N"]
        escalated:
          field: grade
          words: [Immediate]
        """

    @Test func readsYAMLAndJSON() throws {
        let mapping = try ExtractMappingReader.read(text: Self.yaml, file: "map.yaml")
        #expect(mapping.force.rawValue == "thames-valley" && mapping.dates == .dayFirst)
        #expect(mapping.columns[.category] == "Opening category" && mapping.columns[.lsoa] == nil)
        #expect(mapping.counted == ["ASB nuisance", "ASB personal"])
        #expect(mapping.escalationField == .grade && mapping.escalated == ["Immediate"])
        let json = """
            {"force":"surrey","columns":{"date_time":"D","category":"C","lsoa":"L"},"count":["ASB"]}
            """
        let other = try ExtractMappingReader.read(text: json, file: "map.json")
        #expect(other.columns == [.dateTime: "D", .category: "C", .lsoa: "L"] && other.dates == .yearFirst)
    }

    @Test(arguments: [
        ("area: LPA", "area: LPA\n  lsoa: L", "One of \"area\" and \"lsoa\""),
        ("  area: LPA\n", "", "One of \"area\" and \"lsoa\""),
        ("dates: day-month-year", "dates: dd/mm/yyyy", "map.yaml:9: dates is \"dd/mm/yyyy\""),
        ("  date_time: Logged\n", "", "\"date_time\" is missing"),
        ("caller: Caller", "callr: Caller", "\"callr\" is not a known key of columns"),
        ("field: grade", "field: closing_code", "field is \"closing_code\""),
    ]) func namesFaults(_ from: String, _ to: String, _ fault: String) {
        #expect {
            try ExtractMappingReader.read(text: Self.yaml.replacing(from, with: to), file: "map.yaml")
        } throws: {
            "\($0)".contains(fault)
        }
    }
}
