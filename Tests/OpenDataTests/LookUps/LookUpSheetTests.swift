import OpenData
import Programme
import Testing

/// Headers as the ONS publishes them; the rows are made up.
@Suite struct LookUpSheetTests {
    private static let mk = "E01016707,Milton Keynes 017B"

    @Test(
        "districts of LSOAs, from output areas too, whatever the edition",
        arguments: [
            ("LSOA21CD,LSOA21NM,LAD23CD,LAD23NM", "\(mk),E06000042,Milton Keynes"),
            (
                "OA21CD,LSOA21CD,LSOA21NM,MSOA21CD,MSOA21NM,LAD22CD,LAD22NM",
                "E00081234,\(mk),E02003472,x,E06000042,Milton Keynes"
            ),
            ("LSOA 2021 Code,LSOA 2021 Name,LAD 2024 Code,LAD 2024 Name", "\(mk),E06000042,Milton Keynes"),
            ("\u{FEFF}lsoa11cd,lsoa11nm,lad20cd,lad20nm,FID", "\(mk),E06000042,Milton Keynes,1"),
        ]
    ) func districts(_ header: String, _ row: String) throws {
        let table = try LookUpSheet.read(sheet("\(header)\r\n\(row)\r\n\(row)\r\n"))
        #expect(
            table.districts == [
                LSOADistrict(
                    lsoa: "E01016707",
                    lsoaName: "Milton Keynes 017B",
                    district: "E06000042",
                    districtName: "Milton Keynes"
                )
            ]
        )
        #expect(table.successions.isEmpty && table.partnerships.isEmpty && table.populations.isEmpty)
    }

    @Test("LSOAs of 2011 and 2021, exact fit with the kind of change, best fit without")
    func successions() throws {
        let exact = try LookUpSheet.read(
            sheet(
                "LSOA11CD,LSOA11NM,LSOA21CD,LSOA21NM,CHGIND,LAD22CD,LAD22NM\n"
                    + "E01000001,A 001A,E01000001,A 001A,U,E06000001,A\nE01000002,A 001B,E01033001,A 001F,S,E06000001,A\n"
                    + "E01000002,A 001B,E01033002,A 001G,S,E06000001,A\nE01000003,A 002A,E01033003,A 002H,X,E06000001,A\n"
            )
        )
        #expect(
            exact.successions.map { "\($0.older) \($0.newer) \($0.change?.rawValue ?? "-")" } == [
                "E01000001 E01000001 U", "E01000002 E01033001 S", "E01000002 E01033002 S", "E01000003 E01033003 X",
            ]
        )
        #expect(exact.districts.map(\.lsoa) == ["E01000001", "E01033001", "E01033002", "E01033003"])
        let best = try LookUpSheet.read(
            sheet(
                "ObjectId,F_LSOA11CD,LSOA11NM,LSOA21CD,LSOA21NM,LAD22CD,LAD22NM,LAD22NMW\n"
                    + "1,E01000001,A 001A,E01000001,A 001A,E06000001,A,\n"
            )
        )
        #expect(best.successions == [LSOASuccession(older: "E01000001", newer: "E01000001", change: nil)])
    }

    @Test("districts, partnerships and police force areas") func partnerships() throws {
        let table = try LookUpSheet.read(
            sheet(
                "LAD23CD,LAD23NM,CSP23CD,CSP23NM,PFA23CD,PFA23NM,ObjectId\n"
                    + "E06000001,Hartlepool,E22000027,Hartlepool,E23000013,Cleveland,1\n"
            )
        )
        #expect(
            table.partnerships.map { "\($0.districtName) \($0.partnership) \($0.forceName)" } == [
                "Hartlepool E22000027 Cleveland"
            ]
        )
    }

    @Test("mid-year population, with the year in a heading, a column, the name or as given")
    func populations() throws {
        let code = "E01016707"
        let headed = try LookUpSheet.read(sheet("LSOA21CD,Mid-2021,Mid-2022\n\(code),\"1,500\",1510\n"))
        #expect(headed.populations.map { "\($0.year) \($0.residents)" } == ["2021 1500", "2022 1510"])
        let column = try LookUpSheet.read(sheet("LAD23CD,Year,Total\nE06000042,2020,290000\nE06000042,2021,291000\n"))
        #expect(
            column.populations.map { "\($0.place) \($0.year) \($0.residents)" } == [
                "E06000042 2020 290000", "E06000042 2021 291000",
            ]
        )
        let text = "LSOA 2021 Code,LSOA 2021 Name,Total,F0,M0\n\(code),x,1500,1,2\n"
        #expect(try LookUpSheet.read(sheet(text), year: 2019).populations.map(\.year) == [2019])
        let named = CSVSource.bytes(Array(text.utf8), name: "a2b/lsoa-mid-2020.csv")
        #expect(try LookUpSheet.read(named).populations.map(\.year) == [2020])
        #expect(
            faults { try LookUpSheet.read(sheet(text)) } == [
                "sheet.csv:1: nothing says the year of the population; give it with --year"
            ]
        )
    }

    @Test(arguments: [
        ("a,b\n1,2\n", "sheet.csv:1: the header is not one of a look-up"),
        ("", "sheet.csv:1: the file is empty"),
        (
            "LSOA21CD,LAD23CD,LAD23NM\nE0101670,E06000042,x\n",
            "sheet.csv:2: column LSOA21CD: \"E0101670\" is not a code"
        ),
        (
            "LSOA21CD,LAD23CD,LAD23NM\nE01016707,E06000042,x\nE01016707,E06000043,y\n",
            "sheet.csv:3: column LAD23CD: E01016707 is in x on an earlier line"
        ),
        ("LSOA11CD,LSOA21CD,CHGIND\nE01016707,E01016707,Q\n", "sheet.csv:2: column CHGIND: \"Q\" is not U, S, M or X"),
        ("LSOA21CD,Mid-2021\nE01016707,many\n", "sheet.csv:2: column Mid-2021: \"many\" is not a number of residents"),
        ("LSOA21CD,Mid-2021\nE01016707\n", "sheet.csv:2: the row has 1 fields, the header has 2"),
    ]) func refuses(_ text: String, _ fault: String) {
        #expect(faults { try LookUpSheet.read(sheet(text)) }.first?.hasPrefix(fault) == true)
    }
}
