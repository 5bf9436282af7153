import Foundation
import HTTPTypes
import Programme
import Testing

@testable import Website

/// The planner's further parts: how many people in how few areas, the power curve, the dose on record, the order in steps.
@Suite struct PlannerTests {
    @Test("an evaluator sees what is on record, a trainer plans without it") func rights() async throws {
        let rehearsal = try await Rehearsal()
        try await withSite(rehearsal) { client in
            for (email, seesRecord) in [("evaluator@example.org", true), ("trainer@example.org", false)] {
                var visitor = Visitor(client)
                try await visitor.signIn(email, office: rehearsal.office)
                let page = try await visitor.get("/staff/planner").text
                #expect(page.contains("How many people, in how few areas"))
                #expect(page.contains("2,898 people across all 14 areas"))
                #expect(page.contains("commonground plan power") && page.contains("commonground plan rollout"))
                #expect(page.contains("Where to concentrate next") == seesRecord, "\(email)")
                let hasDose = page.contains("/staff/planner/dose.svg")
                #expect(seesRecord || !hasDose)
                #expect(try await visitor.get("/staff/planner/dose.svg").status == (hasDose ? .ok : .notFound))
                for figure in ["figure.svg", "power.svg", "power.svg?size=phone"] {
                    let drawn = try await visitor.get("/staff/planner/\(figure)")
                    #expect(drawn.status == .ok && drawn.text.contains("<svg"), "\(figure)")
                }
                #expect(try await visitor.get("/staff/planner/nothing.svg").status == .notFound)
            }
        }
    }

    @Test("an order has the steps and the seed that were typed, and bad numbers are named") func order() async throws {
        let rehearsal = try await Rehearsal()
        try await withSite(rehearsal) { client in
            var visitor = Visitor(client)
            try await visitor.signIn("trainer@example.org", office: rehearsal.office)
            let start = "/staff/planner?people=450&areas=6&calls=9000&residents=60000&callers=100&each=12&fewer=30"
            let page = try await visitor.get(start + "&steps=3&step_months=2&seed=9").text
            #expect(page.contains("Order in steps, seed 9") && page.contains("Order in 3 steps of 2 months (seed 9"))
            #expect(page == (try await visitor.get(start + "&steps=3&step_months=2&seed=9").text))
            let wrong = try await visitor.get(start + "&steps=1")
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("number of steps"))
            let tooMany = try await visitor.get(start + "&steps=9")
            #expect(tooMany.status == .ok && tooMany.text.contains("there are 6"))
        }
    }
}
