import Programme
import Testing
import TextLayout

@testable import CertificateWriter

@Suite("Dates and times in words") struct CertificateWordsTests {
    @Test(
        "days share what they have in common",
        arguments: [
            (["2026-11-21"], "21 November 2026", "21 Tachwedd 2026"),
            (["2026-11-14", "2026-11-21"], "14 and 21 November 2026", "14 a 21 Tachwedd 2026"),
            (["2026-11-28", "2026-12-05"], "28 November and 5 December 2026", "28 Tachwedd a 5 Rhagfyr 2026"),
            (["2026-12-30", "2027-01-08"], "30 December 2026 and 8 January 2027", "30 Rhagfyr 2026 ac 8 Ionawr 2027"),
            (["2026-03-01", "2026-03-02", "2026-03-11"], "1, 2 and 11 March 2026", "1, 2 ac 11 Mawrth 2026"),
            (
                ["2026-10-03", "2026-10-10", "2026-11-03", "2026-11-10"],
                "3 and 10 October and 3 and 10 November 2026", "3 a 10 Hydref a 3 a 10 Tachwedd 2026"
            ),
            (
                ["2026-10-03", "2026-10-10", "2026-11-01", "2026-12-05", "2026-12-08"],
                "3 and 10 October, 1 November and 5 and 8 December 2026",
                "3 a 10 Hydref, 1 Tachwedd a 5 ac 8 Rhagfyr 2026"
            ),
            (
                ["2026-11-28", "2026-12-05", "2027-01-08", "2027-01-15", "2028-01-15"],
                "28 November and 5 December 2026, 8 and 15 January 2027 and 15 January 2028",
                "28 Tachwedd a 5 Rhagfyr 2026, 8 ac 15 Ionawr 2027 ac 15 Ionawr 2028"
            ),
            (["2026-11-20", "2026-11-20"], "20 November 2026", "20 Tachwedd 2026"),
            (["2026-12-05", "2026-11-28"], "28 November and 5 December 2026", "28 Tachwedd a 5 Rhagfyr 2026"),
        ]
    )
    func dates(_ days: [String], _ english: String, _ welsh: String) {
        let dates = days.compactMap { CalendarDate($0) }
        #expect(CertificateWords(language: "en-GB").dates(dates) == english)
        #expect(CertificateWords(language: "cy").dates(dates) == welsh)
    }

    @Test(
        "durations",
        arguments: [
            (345, "5 hours 45 minutes", "5 awr 45 munud"), (360, "6 hours", "6 awr"), (60, "1 hour", "1 awr"),
            (61, "1 hour 1 minute", "1 awr 1 munud"), (45, "45 minutes", "45 munud"),
        ]
    )
    func durations(_ minutes: Int, _ english: String, _ welsh: String) {
        #expect(CertificateWords(language: "en").duration(minutes: minutes) == english)
        #expect(CertificateWords(language: "CY-GB").duration(minutes: minutes) == welsh)
    }

    @Test func lists() {
        #expect(CertificateWords(language: "en").list(["A", "B", "C"]) == "A, B and C")
        #expect(CertificateWords(language: "cy").list(["Siân", "Emyr"]) == "Siân ac Emyr")
        #expect(CertificateWords(language: "cy").list(["Siân", "Emyr".isolated]).withoutIsolates == "Siân ac Emyr")
        #expect(CertificateWords(language: "en").list([]) == "")
    }

    @Test("trainers and outcomes given twice are said once, and the facts stay as they are")
    func saysOnce() throws {
        let press = try Shared.press()
        var facts = try Shared.facts(press, "Ann Lee")
        facts.trainers = ["Mo Khan", "Mo Khan"]
        facts.outcomes = ["listen", "listen", "leave"]
        let pieces = PDFText(try press.certificate(for: facts)).pieces
        #expect(pieces.count { $0 == "Mo Khan" } == 1)
        #expect(pieces.count { $0 == "listen" } == 1)
    }

    @Test("a later version says so beside its number", arguments: ["attendance", "bilingual", "partnership"])
    func namesReissue(_ design: String) throws {
        let press = try Shared.press(design)
        var facts = try Shared.facts(press, "Ann Lee")
        #expect(PDFText(try press.certificate(for: facts)).pieces.contains(facts.number.description))
        facts.version = 3
        let pieces = PDFText(try press.certificate(for: facts)).pieces
        let words = design == "bilingual" ? "version / fersiwn 3" : "version 3"
        #expect(pieces.contains("\(facts.number) · \(words)"))
    }
}
