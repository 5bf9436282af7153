import Foundation
import Testing

/// "The same in a terminal": every command that a page shows is one that the program takes.
@Suite struct ShownCommandsTests {
    @Test("the commands shown on the demonstration's pages are understood") func commandsAreUnderstood() throws {
        let program = try BuiltProgram()
        defer { program.remove() }
        #expect(try program("demo").status == 0)
        let site = try RunningSite(program, lines: 5)
        let links = site.said.split(separator: "\n").compactMap { line in
            line.firstRange(of: "/sign-in/").map { String(line[$0.lowerBound...]) }
        }
        #expect(links.count == 3)
        var commands: Set<String> = []
        for path in ["/", "/courses", "/verify", "/sign-in", try firstCourse(site)] {
            commands.formUnion(try shown(on: site.get(path)))
        }
        for (index, link) in links.enumerated() {
            let page = try site.get(link, jar: "staff-\(index)")
            let (path, next) = (String(link.prefix { $0 != "?" }), String(link.drop { $0 != "=" }.dropFirst()))
            let landed = try site.post(path, ["next": next], from: page, jar: "staff-\(index)")
            #expect(landed.status == 200, "\(link)")
            commands.formUnion(try shown(on: landed))
            for other in ["/staff", "/staff/runs", "/staff/awareness", "/staff/programmes", "/staff/planner"] {
                let page = try site.get(other, jar: "staff-\(index)")
                if page.status == 200 { commands.formUnion(try shown(on: page)) }
            }
        }
        #expect(commands.count >= 8, "\(commands)")
        for command in commands.sorted() {
            let output = try program.run(
                ["-c", command.replacing("commonground ", with: "\"$0\" "), program.path],
                shell: true
            )
            #expect(output.status != 64, "\(command): \(output.error)")
        }
        #expect(site.stop() == 0)
    }

    private func firstCourse(_ site: RunningSite) throws -> String {
        let list = try site.get("/courses").body
        let link = try #require(list.firstRange(of: "href=\"/courses/"))
        return "/courses/" + list[link.upperBound...].prefix { $0.isNumber }
    }

    private func shown(on page: RunningSite.Page) throws -> [String] {
        let entities = [("&#39;", "'"), ("&quot;", "\""), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")]
        return page.body.split(separator: "<").compactMap { piece in
            guard let end = piece.firstIndex(of: ">") else { return nil }
            let text = String(piece[piece.index(after: end)...])
            guard text.hasPrefix("commonground ") else { return nil }
            return entities.reduce(text) { text, entity in text.replacing(entity.0, with: entity.1) }
        }
    }
}
