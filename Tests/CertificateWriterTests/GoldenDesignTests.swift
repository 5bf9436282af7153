import Foundation
import Programme
import Testing

@testable import CertificateWriter

/// Each design with little and with much on it; the pictures were looked at.
@Suite("Golden pages of the designs", .enabled(if: GoldenPage.canDraw)) struct GoldenDesignTests {
    @Test("with an ordinary certificate", arguments: ["attendance", "bilingual"])
    func ordinary(design: String) throws {
        let press = try Shared.press(design)
        let facts = try ordinaryFacts(press)
        try GoldenPage.expect(try press.certificate(for: facts), named: "\(design)-ordinary")
    }

    private func ordinaryFacts(_ press: CertificatePress) throws -> CertificateFacts {
        var facts = try Shared.facts(press, "Siân Llŷr", language: "cy")
        facts.courseCode = "defusing-one-day"
        facts.courseVersion = "2026.1"
        return facts
    }

    @Test("with long facts and a name on two lines", arguments: ["attendance", "bilingual"])
    func long(design: String) throws {
        let press = try Shared.press(design)
        var facts = try ordinaryFacts(press)
        facts.name = "Wilhelmina Adelheid Konstantinopolsky van der Meulen-Featherstonehaugh de la Torre"
        facts.course =
            "Defusing conflict, recognising exploitation and supporting neighbours through anti-social behaviour"
        facts.venue = "The Old Corn Exchange and Community Learning Centre, Lower Market Street"
        facts.provider =
            "The Buckinghamshire and Milton Keynes Community Mediation and Dialogue Partnership, registered charity 1234567"
        facts.trainers = [
            "Margaret Okafor", "Dafydd Llŷr", "Alexandra Montgomery-Fitzgerald", "Bartholomew Quisenberry",
        ]
        facts.outcomes = [
            "tell nuisance from crime and notice rising tension", "judge risk and choose to act, wait or leave",
            "name the right service and give a clear report", "open, listen and lower the heat in a conversation",
            "stop, leave and recover", "write a personal plan that names a limit",
        ]
        try GoldenPage.expect(try press.certificate(for: facts), named: "\(design)-long")
    }

    @Test("with only what a certificate must have", arguments: ["attendance", "bilingual"])
    func bare(design: String) throws {
        let press = try Shared.press(design)
        var facts = try Shared.facts(press, "محمد عبداللہ قریشی", language: "ur")
        (facts.outcomes, facts.venue, facts.provider, facts.refreshBy) = ([], nil, nil, nil)
        facts.trainers = ["Ann Po"]
        try GoldenPage.expect(try press.certificate(for: facts), named: "\(design)-bare")
    }

    @Test("with logo, photograph and signature", arguments: ["attendance", "bilingual"])
    func pictures(design: String) throws {
        let (press, copy) = try DesignCopy.pressWithPictures(design)
        let facts = try ordinaryFacts(press)
        try GoldenPage.expect(try press.certificate(for: facts), named: "\(design)-pictures")
        withExtendedLifetime(copy) {}
    }

    @Test("the example with a partner's logo and a trainer's signature")
    func example() throws {
        let press = try Shared.press("partnership")
        var facts = try ordinaryFacts(press)
        facts.trainers = ["Made-up Trainer", "Dafydd Llŷr"]
        try GoldenPage.expect(try press.certificate(for: facts), named: "partnership-ordinary")
    }

    @Test("a letter less or an ornament moved by two millimetres is seen")
    func notices() throws {
        let press = try Shared.press()
        var facts = try ordinaryFacts(press)
        let page = try drawn(try press.certificate(for: facts))
        facts.name = "Sian Llŷr"
        #expect(try drawn(try press.certificate(for: facts)).worstSquare(against: page) > 20)
        let copy = try DesignCopy()
        let text = try copy.text(of: "attendance/design.yaml")
        try copy.write(
            text.replacingOccurrences(
                of: "ornament: flourish, places: [{box: [88.5",
                with: "ornament: flourish, places: [{box: [90.5"
            ),
            to: "attendance/design.yaml"
        )
        let moved = try copy.press("attendance")
        #expect(try drawn(try moved.certificate(for: try ordinaryFacts(moved))).worstSquare(against: page) > 20)
    }

    private func drawn(_ file: [UInt8]) throws -> GreyPage {
        let folder = FileManager.default.temporaryDirectory.appending(path: "drawn-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(file).write(to: folder.appending(path: "a.pdf"))
        try run(
            GoldenPage.program,
            ["-r", "50", "-gray", "-singlefile", folder.path + "/a.pdf", folder.path + "/page"]
        )
        return try GreyPage(contentsOf: folder.appending(path: "page.pgm"))
    }
}
