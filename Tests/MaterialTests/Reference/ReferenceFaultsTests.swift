import Material
import Testing

struct Mistake: Sendable, CustomTestStringConvertible {
    let file: String, text: String, replacement: String, fault: String
    var testDescription: String { fault }
}

@Suite struct ReferenceFaultsTests {
    static let mistakes = [
        Mistake(
            file: "areas-thames-valley.yaml",
            text: "made_of: [Oxford]",
            replacement: "made_of: [Oxfort]",
            fault: "There is no district \"Oxfort\". Did you mean \"Oxford\"?"
        ),
        Mistake(
            file: "areas-thames-valley.yaml",
            text: "made_of: [Slough]",
            replacement: "made_of: [Slough, Reading]",
            fault: "Reading already belongs to Reading until 2025-05-06; a place is in one area of a force at a time."
        ),
        Mistake(
            file: "areas-thames-valley.yaml",
            text: "{ from: slough, to: berkshire-east,",
            replacement: "{ from: slough, to: berkshire-est,",
            fault: "There is no area \"berkshire-est\". Did you mean \"berkshire-east\"?"
        ),
        Mistake(
            file: "areas-thames-valley.yaml",
            text: "  - { from: slough, to: berkshire-east, on: 2025-05-07, by: [Slough] }\n",
            replacement: "",
            fault: "Slough ends on 2025-05-06, but no succession row says what follows it on 2025-05-07."
        ),
        Mistake(
            file: "areas-surrey.yaml",
            text: "made_of: [Woking]",
            replacement: "made_off: [Woking]",
            fault: "\"made_off\" is not a known key"
        ),
        Mistake(
            file: "areas-surrey.yaml",
            text: "code: woking",
            replacement: "code: Woking",
            fault: "code is \"Woking\"; a code of small letters"
        ),
        Mistake(
            file: "areas-surrey.yaml",
            text: "code: surrey",
            replacement: "code: staffordshire",
            fault: "The force \"staffordshire\" is defined twice; remove one."
        ),
        Mistake(
            file: "districts.yaml",
            text: "became: E06000060",
            replacement: "became: E06000099",
            fault: "It became E06000099, but no district has that code; add it or correct the code."
        ),
        Mistake(
            file: "districts.yaml",
            text: "to: 2020-03-31",
            replacement: "to: 2020-02-30",
            fault: "to is \"2020-02-30\"; a date like 2026-03-31 is expected."
        ),
        Mistake(
            file: "unit-costs.yaml",
            text: "pounds: 673",
            replacement: "pounds: £673",
            fault: "pounds is \"£673\"; an amount above 0 like 673 or 36.50 is expected."
        ),
        Mistake(
            file: "unit-costs.yaml",
            text: "kind: mixed",
            replacement: "kind: cash",
            fault: "kind is \"cash\"; it must be one of cashable, not cashable, mixed."
        ),
        Mistake(
            file: "unit-costs.yaml",
            text: "price_year: \"2011/12\"",
            replacement: "price_year: \"2011/13\"",
            fault: "price_year is \"2011/13\"; a year like 2011/12 or 2003 is expected."
        ),
        Mistake(
            file: "bank-holidays.yaml",
            text: "date: 2026-12-28",
            replacement: "date: 2026-12-26",
            fault: "2026-12-26 is at a weekend; list the substitute day instead."
        ),
    ]

    @Test(arguments: mistakes) func namesTheMistakeWithItsLine(_ mistake: Mistake) throws {
        let original = try ReferenceFolder.checkout.text(of: "\(ReferenceTables.folder)/\(mistake.file)")
        let line =
            original[..<(try #require(original.firstRange(of: mistake.text)).lowerBound)].count { $0 == "\n" } + 1
        let faults = try ReferenceFolder.withChange(
            in: mistake.file,
            replacing: mistake.text,
            with: mistake.replacement
        ) { folder in
            try #require(#expect(throws: MaterialFaults.self) { try ReferenceTables.read(from: folder) }).faults
        }
        let found = faults.filter { $0.message.hasPrefix(mistake.fault) }
        #expect(!found.isEmpty, "\(faults)")
        #expect(found.first?.file == "\(ReferenceTables.folder)/\(mistake.file)")
        if !mistake.replacement.isEmpty, let found = found.first?.line { #expect(abs(found - line) <= 3) }
        #expect(found.allSatisfy { $0.line != nil })
    }

    @Test func namesAMissingFile() throws {
        let empty = ContentFolder(path: "/nonexistent")
        let faults = try #require(#expect(throws: MaterialFaults.self) { try ReferenceTables.read(from: empty) }).faults
        #expect(faults.contains { $0.file == "CourseMaterial/reference/districts.yaml" })
        #expect(faults.contains { $0.message.hasPrefix("There is no areas-FORCE.yaml here") })
    }
}
