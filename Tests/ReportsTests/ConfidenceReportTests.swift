import Evaluation
import Figures
import Foundation
import FoundationXML
import Programme
import Reports
import Testing

@Suite("The report of confidence") struct ConfidenceReportTests {
    @Test("is the same bytes whatever the order of the answers") func determinism() throws {
        let records = Sample.records(people: 60)
        let first = try Sample.report(records).html
        #expect(try Sample.report(records).html == first)
        #expect(try Sample.report(records.reversed()).html == first)
    }

    @Test("names data, program, seed and days, and no other moment") func origin() throws {
        let html = try Sample.report(Sample.records(people: 60)).html
        for part in [Sample.fingerprint, "CommonGround 9.9.9", "4711", "given from 2026-05-01 to 2026-09-03"] {
            #expect(html.contains(part), "\(part)")
        }
        let year = "\(Calendar.current.component(.year, from: Date()))-"
        #expect(year == "2026-" || !html.contains(year))
    }

    @Test("says the verdict first") func verdictFirst() throws {
        let findings = try Sample.findings(Sample.records(people: 60))
        let html = try Sample.report(Sample.records(people: 60)).html
        let text = try #require(html.range(of: "Verdict: \(findings.verdict)")?.lowerBound)
        let figure = try #require(html.range(of: "<svg")?.lowerBound)
        let list = try #require(html.range(of: "<h2")?.lowerBound)
        #expect(text < figure && text < list)
    }

    @Test(
        "can be found one's way in: language, landmarks, headings in order, named tables",
        arguments: [3, 12, 60, 400]
    )
    func structure(people: Int) throws {
        let html = try Sample.report(Sample.records(people: people)).html
        let page = try Page(html)
        #expect(page.elements.first?.name == "html" && page.elements.first?.attributes["lang"] == "en-GB")
        for landmark in ["header", "nav", "main", "footer", "h1", "title"] {
            #expect(page.elements.count { $0.name == landmark && !$0.isInFigure } == 1, "\(landmark)")
        }
        let levels = page.elements.compactMap {
            $0.name.count == 2 && $0.name.hasPrefix("h") ? Int($0.name.dropFirst()) : nil
        }
        #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
        let ids = page.elements.compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count, "ids are used twice")
        for link in page.elements where link.name == "a" {
            let target = try #require(link.attributes["href"])
            #expect(target.hasPrefix("#") && ids.contains(String(target.dropFirst())), "\(target)")
        }
        #expect(page.elements.count { $0.name == "table" } == page.elements.count { $0.name == "caption" })
        #expect(page.elements.filter { $0.name == "th" }.allSatisfy { $0.attributes["scope"] != nil })
        let drawings = page.elements.filter { $0.name == "svg" }
        #expect(drawings.allSatisfy { $0.attributes["role"] == "img" && $0.attributes["aria-labelledby"] != nil })
        #expect(page.elements.count { $0.name == "details" } * 2 == drawings.count)
    }

    @Test("loads and runs nothing") func selfContained() throws {
        let html = try Sample.report(Sample.records(people: 60)).html
        for word in ["<script", "<link", "<img", "@import", "url(", "javascript:", " src="] {
            #expect(!html.contains(word), "\(word)")
        }
        let addresses = html.components(separatedBy: "http").dropFirst().filter {
            !$0.hasPrefix("://www.w3.org/2000/svg")
        }
        #expect(addresses.isEmpty)
    }

    @Test("text from outside stays text") func escaping() throws {
        let hostile = "<script>alert('x')</script>\" onload=\"y"
        let html = try Sample.report(Sample.records(people: 60, area: hostile), wording: hostile, source: hostile).html
        let page = try Page(html)
        #expect(!page.elements.contains { $0.name == "script" || $0.attributes["onload"] != nil })
        #expect(html.contains("&lt;script&gt;"))
    }

    @Test("tells nothing about groups of fewer people than it says") func suppression() throws {
        let html = try Sample.report(Sample.records(people: 60, area: "Tiny", of: 4)).html
        #expect(html.contains("Numbers that rest on fewer than 10 people are not told."))
        let row = try #require(
            html.components(separatedBy: "</tr>").first { $0.contains("Tiny</td>") }
        )
        #expect(row.contains("suppressed") && row.contains("not told"))
    }

    @Test("says how it was done, what was declared, whether it lasts and what the missing could change") func method()
        throws
    {
        let findings = try Sample.findings(Sample.records(people: 60))
        let page = try Sample.report(Sample.records(people: 60)).html
        for line in findings.methods { #expect(page.contains(Markup.escaped(Markup.typeset(line))), "\(line)") }
        #expect(!findings.methods.isEmpty && page.contains("No plan was declared"))
        #expect(page.contains("id=\"lasting\"") && page.contains("id=\"sensitivity\""))
        #expect(page.contains("Every missing answer at the foot of the scale"))
    }

    @Test("is written for answers of one wave and for no answers") func little() throws {
        let single = Sample.records(people: 20).filter { $0.wave == .pre }
        #expect(try Sample.report(single).html.contains("not estimable"))
        #expect(try Sample.report([]).html.contains("There are no answers yet"))
    }
}
