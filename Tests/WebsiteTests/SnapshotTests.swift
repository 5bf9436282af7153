import Foundation
import HTTPTypes
import HummingbirdTesting
import Operations
import Programme
import Records
import Testing

@testable import Website

@Suite struct SnapshotTests {
    @Test(
        "shows visitors",
        arguments: [
            ("home", "/"), ("courses", "/courses"), ("courses-none", "/courses?area=aylesbury-vale"),
            ("verify", "/verify"),
            ("verify-slip", "/verify/CG-7K3M-9QXA-B2C4-0"), ("privacy", "/privacy"),
            ("accessibility", "/accessibility"),
            ("missing", "/nothing/here"), ("sign-in", "/sign-in"),
        ]
    )
    func publicPage(name: String, path: String) async throws {
        try await withSite(try await Rehearsal()) { client in
            var visitor = Visitor(client)
            try expectSnapshot(try await visitor.get(path).text, named: name)
        }
    }

    @Test func coursesFreeAndFull() async throws {
        let rehearsal = try await Rehearsal()
        try await withSite(rehearsal) { client in
            var visitor = Visitor(client)
            try expectSnapshot(try await visitor.get("/courses/\(rehearsal.other)").text, named: "course")
            try expectSnapshot(try await visitor.get("/courses/\(rehearsal.full)").text, named: "course-full")
            try expectSnapshot(try await visitor.get("/courses/\(rehearsal.held)").text, named: "course-held")
        }
    }

    @Test func bookingsSurveysAndCancelling() async throws {
        let rehearsal = try await Rehearsal()
        let booked = try await rehearsal.book("Łucja Ōkawa", on: rehearsal.other)
        let waiting = try await rehearsal.book("Wren Waiting", on: rehearsal.full)
        try await withSite(rehearsal) { client in
            var visitor = Visitor(client)
            try expectSnapshot(try await visitor.get("/bookings/\(booked.token)?new=yes").text, named: "booking")
            try expectSnapshot(try await visitor.get("/bookings/\(waiting.token)").text, named: "booking-waiting")
            try expectSnapshot(try await visitor.get("/bookings/\(booked.token)/cancel").text, named: "cancel")
            try expectSnapshot(try await visitor.get("/surveys/\(booked.token)").text, named: "survey")
        }
    }

    @Test func surveysKeyedTwiceCorrectedAndAnsweredWithHelp() async throws {
        let rehearsal = try await Rehearsal()
        let booking = try await rehearsal.office.register(of: rehearsal.held, by: Rehearsal.terminal).lines[0].booking
        let asked = try await rehearsal.book("Sol Survey", on: rehearsal.other)
        _ = try await rehearsal.office.key(
            ["A1": "7", "A2": "5", "C1": "a:away"],
            wave: .post,
            of: booking,
            mode: .paper,
            answeredOn: CalendarDate("2026-03-02"),
            by: Rehearsal.terminal
        )
        try await withSite(rehearsal) { client in
            var visitor = Visitor(client)
            try await visitor.signIn("trainer@example.org", office: rehearsal.office)
            let held = "/staff/runs/\(rehearsal.held)"
            let path = "\(held)/surveys/\(booking)"
            try expectSnapshot(try await visitor.get(path + "?wave=post&entry=again").text, named: "key-survey-again")
            let keyed = [("wave", "post"), ("entry", "again"), ("A1", "1"), ("A2", "5")]
            _ = try await visitor.post(path, keyed, from: path + "?wave=post&entry=again")
            try expectSnapshot(try await visitor.get("\(held)/disagreements").text, named: "disagreements")
            try expectSnapshot(try await visitor.get("\(held)/surveys").text, named: "surveys-keyed")
            let corrected = [("wave", "post"), ("entry", "correct"), ("A1", "1"), ("reason", "Read 1 as 7.")]
            _ = try await visitor.post(path, corrected, from: path + "?wave=post")
            try expectSnapshot(try await visitor.get(path + "?wave=post").text, named: "key-survey-correct")
            rehearsal.clock.move(to: "2026-06-17T09:16:00Z")
            var person = Visitor(client)
            let survey = "/surveys/\(asked.token)?wave=followup-3"
            try expectSnapshot(try await person.get(survey).text, named: "survey-followup")
            let hurt = [("wave", "followup-3"), ("F6", "me"), ("F6-contact", "yes")]
            let saved = try await person.post("/surveys/\(asked.token)", hurt, from: survey)
            try expectSnapshot(try await person.get(try saved.location.orThrow()).text, named: "survey-support")
        }
    }

    @Test("shows a trainer", arguments: ["today", "run", "register", "surveys", "key-survey", "awareness", "planner"])
    func trainerPage(name: String) async throws {
        let rehearsal = try await Rehearsal()
        try await withSite(rehearsal) { client in
            var visitor = Visitor(client)
            try await visitor.signIn("trainer@example.org", office: rehearsal.office)
            let sheet = try await rehearsal.office.register(of: rehearsal.held, by: Rehearsal.terminal)
            let today = rehearsal.today
            let paths = [
                "today": "/staff", "run": "/staff/runs/\(today)", "register": "/staff/runs/\(today)/register",
                "surveys": "/staff/runs/\(rehearsal.held)/surveys",
                "key-survey": "/staff/runs/\(rehearsal.held)/surveys/\(sheet.lines[0].booking)?wave=post",
                "awareness": "/staff/awareness", "planner": "/staff/planner",
            ]
            try expectSnapshot(try await visitor.get(try paths[name].orThrow()).text, named: name)
        }
    }

    @Test("shows a manager", arguments: ["runs", "run-full", "booking-form", "programmes", "evaluation"])
    func managerPage(name: String) async throws {
        let rehearsal = try await Rehearsal()
        try await withSite(rehearsal) { client in
            var visitor = Visitor(client)
            try await visitor.signIn("manager@example.org", office: rehearsal.office)
            let paths = [
                "runs": "/staff/runs", "run-full": "/staff/runs/\(rehearsal.full)",
                "booking-form": "/staff/runs/\(rehearsal.full)/bookings/new", "programmes": "/staff/programmes",
                "evaluation": "/staff/evaluation",
            ]
            try expectSnapshot(try await visitor.get(try paths[name].orThrow()).text, named: name)
        }
    }

    @Test func certificatesIssuedAndVerified() async throws {
        let rehearsal = try await Rehearsal()
        try await withSite(rehearsal) { client in
            var visitor = Visitor(client)
            try await visitor.signIn("trainer@example.org", office: rehearsal.office)
            let held = rehearsal.held
            let issued = try await visitor.post(
                "/staff/runs/\(held)/certificates",
                [("sitting", "1")],
                from: "/staff/runs/\(held)/register"
            )
            #expect(issued.status == .ok)
            try expectSnapshot(issued.text, named: "issued")
            let sheet = try await rehearsal.office.register(of: held, by: Rehearsal.terminal)
            let line = sheet.lines[0]
            let number = try line.certificate.orThrow()
            try expectSnapshot(try await visitor.get("/verify/\(number.lowercased())").text, named: "verified")
            let token = try await rehearsal.office.mintLink(.booking, booking: line.booking, by: Rehearsal.terminal)
            try expectSnapshot(try await visitor.get("/certificates/\(token)").text, named: "certificate")
            let file = try await visitor.get("/certificates/\(token).pdf")
            #expect(file.headers[.contentType] == "application/pdf")
            #expect(file.text.hasPrefix("%PDF-"))
            for path in ["certificates/\(line.booking).pdf", "certificates.pdf"] {
                let staff = try await visitor.get("/staff/runs/\(held)/\(path)")
                #expect(staff.status == .ok && staff.text.hasPrefix("%PDF-"), "\(path)")
            }
            #expect(try await visitor.get("/staff/runs/\(rehearsal.today)/certificates.pdf").status != .ok)
            let foreign = "/staff/runs/\(rehearsal.today)/certificates/\(line.booking).pdf"
            #expect(try await visitor.get(foreign).status == .notFound)
        }
    }
}
