import OpenData
import Programme
import Testing

@Suite struct DoseSheetTests {
    @Test("columns are found by name, what nobody says is nil") func reads() throws {
        let rows = try DoseSheet.read(
            sheet("trained,month,area,live,work\n5,2026-01,A,4,2\n3,2026-02,unknown,,\n")
        )
        #expect(rows.count == 2 && rows[0].trained == 5 && rows[0].live == 4 && rows[0].work == 2)
        #expect(rows[1].area == TrainedCount.unknownArea && rows[1].live == nil && rows[1].residents == nil)
    }

    @Test(
        "faults name line and column",
        arguments: [
            ("A,2026-13,5,,", "month"), ("A,2026-01,-5,,", "trained"), ("A,2026-01,x,,", "trained"),
            ("A,2026-01,5,6,", "live"), ("A,2026-01,5,2,2", "work"), (",2026-01,5,,", "area"),
        ]
    )
    func faults(_ row: String, _ column: String) {
        let text = "area,month,trained,live,work\nB,2026-01,1,1,0\n\(row)\n"
        do {
            _ = try DoseSheet.read(sheet(text))
            Issue.record("not refused")
        } catch {
            #expect("\(error)".contains(":3: column \(column):"), "\(error)")
        }
    }

    @Test("an area and month given twice is refused") func twice() {
        #expect(throws: OpenDataRefusal.self) {
            try DoseSheet.read(sheet("area,month,trained\nA,2026-01,1\nA,2026-01,2\n"))
        }
    }
}
