import OpenData
import Testing

@Suite struct BookingSheetTests {
    @Test func readsRowsWithTheirLines() throws {
        let rows = try BookingSheet.read(
            sheet(
                "name,email,phone,role,language,access_needs,source\n\"محمد عثمان خان\",a@example.org,'+44 20,resident,ur,\"step-free,\nnear the door\",poster\nŁukasz Wójcik,,,,,,\n"
            )
        )
        #expect(rows.map(\.line) == [2, 4])
        #expect(rows[0].name == "محمد عثمان خان")
        #expect(rows[0].phone == "+44 20")
        #expect(rows[0].accessNeeds == "step-free,\nnear the door")
        #expect(rows[1].email == nil)
    }

    @Test func namesARowWithoutAName() {
        #expect(
            faults { try BookingSheet.read(sheet("name,email\n,a@example.org\n")) } == [
                "sheet.csv:2: column name: is empty; the person's name is expected"
            ]
        )
    }
}

@Suite struct RecipientSheetTests {
    @Test func keepsTheBytesOfTheRow() throws {
        let row = "\"Ş, İpek\",Defusing,2026-03-31,6,T. Trainer,Oxford,One | |Two|,CG-1"
        let rows = try RecipientSheet.read(sheet("name,course,date,hours,trainer,area,outcomes,number\r\n\(row)\r\n"))
        #expect(rows.count == 1)
        #expect(rows[0].name == "Ş, İpek")
        #expect(rows[0].outcomes == ["One", "Two"])
        #expect(rows[0].number == "CG-1")
        #expect(rows[0].venue == nil)
        #expect((rows[0].row, rows[0].line) == (1, 2))
    }

    @Test func namesMissingColumns() {
        let found = faults { try RecipientSheet.read(sheet("name,cuorse,date,hours,trainer\n")) }
        #expect(found.count == 2)
        #expect(
            found[0] == "sheet.csv:1: column course: is missing, but the header has \"cuorse\"; rename it to course"
        )
        #expect(found[1].hasPrefix("sheet.csv:1: column area: is missing from the header"))
    }
}
