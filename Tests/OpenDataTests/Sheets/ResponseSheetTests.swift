import OpenData
import Programme
import Testing

@Suite struct ResponseSheetTests {
    @Test func readsEveryColumn() throws {
        let records = try ResponseSheet.read(
            sheet(
                """
                attendee_id,wave,item,score,course_id,answered_on,area,category,trainer,mode,language
                P1,pre,A1,3,C1,2026-03-31,Milton Keynes,resident,T1,paper,cy
                P1,followup-3,A1,,C1,,,,,,

                """
            )
        )
        #expect(
            records == [
                ResponseRecord(
                    attendee: "P1",
                    wave: .pre,
                    item: "A1",
                    score: 3,
                    course: "C1",
                    answeredOn: CalendarDate("2026-03-31"),
                    area: "Milton Keynes",
                    category: "resident",
                    trainer: "T1",
                    mode: "paper",
                    language: "cy"
                ),
                ResponseRecord(attendee: "P1", wave: .followUp(months: 3), item: "A1", score: nil, course: "C1"),
            ]
        )
    }

    @Test(arguments: [
        "\u{FEFF}\"Score\",\"Item\",\"wave\",\"Attendee ID\",\"age\"\r\n\"4.5\",A1,post,P1,33\r\n",
        "item,attendee-id,wave,score\nA1,P1,post,4.50\n,,,\n\n", "attendee_id,wave,item,score\n P1 ,post, A1 ,+4.5e0",
    ]) func findsColumnsByName(_ text: String) throws {
        let records = try ResponseSheet.read(sheet(text))
        #expect(records == [ResponseRecord(attendee: "P1", wave: .post, item: "A1", score: 4.5)])
    }

    @Test(arguments: ["nan", "NaN", "inf", "-Infinity", "0x1p3", "1,5", "four", "1e999", "--1", "١"])
    func refusesAScoreThatIsNoNumber(_ score: String) {
        #expect(
            faults { try ResponseSheet.read(sheet("attendee_id,wave,item,score\nP1,pre,A1,\"\(score)\"\n")) } == [
                "sheet.csv:2: column score: \"\(score)\" is not a number like 4 or 3.5, or empty for missing"
            ]
        )
    }

    @Test func namesEveryFaultWithItsLine() {
        let text = """
            attendee_id,wave,item,score,course_id,answered_on
            P1,befor,A1,3,C1,
            P1,pre,A1,3,C1,31/03/2026
            ,pre,A1,3,C1,
            P1,pre,,3,C1,
            P1,pre,A1,4,C1,
            P1,post,A1,4,C2,
            P1,post
            P2,,A1,4,C2,

            """
        #expect(
            faults { try ResponseSheet.read(sheet(text)) } == [
                "sheet.csv:2: column wave: \"befor\" is not a wave; booking, pre, post, followup or followup-N (N months) is expected.",
                "sheet.csv:3: column answered_on: \"31/03/2026\" is not a date like 2026-03-31",
                "sheet.csv:4: column attendee_id: is empty; a reference to the person is expected",
                "sheet.csv:5: column item: is empty; an item's code is expected",
                "sheet.csv:6: column item: A1 of P1 in pre was already answered on line 3; keep one",
                "sheet.csv:7: column course_id: P1 is in C2 here and in C1 on line 3; a person takes one course",
                "sheet.csv:8: the row has 2 fields, the header has 6",
                "sheet.csv:9: column wave: is empty; booking, pre, post, followup or followup-N (N months) is expected",
            ]
        )
    }

    @Test func namesTheNearestWave() {
        let found = faults { try ResponseSheet.read(sheet("attendee_id,wave,item,score\nP1,folowup,A1,1\n")) }
        #expect(found.first?.hasSuffix("Did you mean \"followup\"?") == true)
    }

    @Test(arguments: [
        (
            "",
            "sheet.csv:1: the file is empty; the header attendee_id,wave,item,score,[course_id],[answered_on],[area],[category],[trainer],[mode],[language] is expected"
        ),
        (
            "attendee_id,wave,item,scoer\n",
            "sheet.csv:1: column score: is missing, but the header has \"scoer\"; rename it to score"
        ),
        (
            "attendee_id,wave,item,score,lanuage\n",
            "sheet.csv:1: column language: is missing, but the header has \"lanuage\"; rename it to language"
        ),
        ("attendee_id,wave,item,score,item\n", "sheet.csv:1: column item: stands twice in the header; keep one"),
    ]) func namesWhatIsWrongWithTheHeader(_ text: String, _ fault: String) {
        #expect(faults { try ResponseSheet.read(sheet(text)) } == [fault])
    }

    @Test func namesTheNearestHeader() {
        let found = faults { try ResponseSheet.read(sheet("attendee,wave,item,score\n")) }
        #expect(
            found.first?.hasPrefix(
                "sheet.csv:1: column attendee_id: is missing from the header; the nearest is \"attendee\""
            ) == true
        )
    }

    @Test func aHeaderAloneHasNoAnswers() throws {
        #expect(try ResponseSheet.read(sheet("attendee_id,wave,item,score")).isEmpty)
    }

    @Test func stopsAtTheLimit() {
        let rows = (1...300).map { "P\($0),pre,A1,x\n" }.joined()
        let found = faults { try ResponseSheet.read(sheet("attendee_id,wave,item,score\n\(rows)")) }
        #expect(found.count == 101)
        #expect(found.last == "There may be more; reading stopped here.")
    }

    @Test func aBrokenByteKeepsTheFaultsBeforeIt() {
        let bytes = Array("attendee_id,wave,item,score\nP1,pre,A1,x\nP2,pre,A".utf8) + [0xE9, 0x2C, 0x31]
        #expect(
            faults { try ResponseSheet.read(.bytes(bytes, name: "s")) } == [
                "s:2: column score: \"x\" is not a number like 4 or 3.5, or empty for missing",
                "s:3: column item: the byte 0xE9 is not UTF-8; save the file as CSV in UTF-8",
            ]
        )
    }

    @Test func saysWhenThereIsNoFile() {
        let error = #expect(throws: OpenDataRefusal.self) { try ResponseSheet.read(.file("/nonexistent/a.csv")) }
        #expect(error == .missing(path: "/nonexistent/a.csv"))
        #expect(throws: OpenDataRefusal.unreadable(path: "/", reason: "it is a folder, a file is expected")) {
            try ResponseSheet.read(.file("/"))
        }
    }
}
