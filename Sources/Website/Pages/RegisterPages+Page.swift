import Hummingbird
import Operations
import Programme
import Records

extension RegisterPages {
    /// The page of a register, with what went wrong, what was typed and what issuing came to.
    func page(
        _ visit: Visit,
        _ sheet: RegisterSheet,
        sitting: Int,
        _ errors: FormErrors,
        result: RegisterPage.IssueResult? = nil
    ) async throws -> Response {
        let run = sheet.summary.run
        let waves = Self.wavesShown(sheet)
        let needs = sheet.lines.filter { !$0.accessNeeds.isEmpty }.map { line in
            RegisterPage.Need(name: NameText(line.name, language: line.language), needs: line.accessNeeds)
        }
        let isHeld = run.state == .held
        let model = RegisterPage(
            card: StaffRunCard(sheet.summary, site: site, visit: visit),
            tabs: run.sittings.count < 2 ? [] : tabs(run, sitting),
            sitting: String(sitting),
            when: run.sittings.indices.contains(sitting - 1) ? DateWords.full(run.sittings[sitting - 1]) : "",
            count: Self.count(sheet, sitting),
            action: Route.mark.path(run.id),
            lines: sheet.lines.enumerated().map { index, line in
                RegisterRow(
                    line,
                    on: run.id,
                    number: index + 1,
                    sitting: sitting,
                    waves: waves,
                    form: visit.route == .mark ? visit.form : .none,
                    errors: errors
                )
            },
            isEmpty: sheet.lines.isEmpty,
            needs: needs,
            hasNeeds: !needs.isEmpty,
            reason: isHeld
                ? TextField(
                    "reason",
                    "Reason for changing a register that was closed",
                    value: visit.form["reason"],
                    error: errors["reason"],
                    isRequired: true
                ) : nil,
            walkInAction: visit.may(.walkIn, on: run) ? Route.walkIn.path(run.id) : nil,
            walkIn: TextField(
                "walk_in",
                "Name",
                value: visit.route == .walkIn ? visit.form.raw("walk_in") ?? "" : "",
                error: errors["walk_in"],
                autocomplete: "off",
                isRequired: true,
                isAnyScript: true,
                longest: 600
            ),
            walkInLanguage: ChoiceField(
                "walk_in_language",
                "Language of the name",
                chosen: [visit.form["walk_in_language"]],
                from: NameLanguages.all
            ),
            attempt: Hexadecimal.text(site.office.surroundings.randomBytes(8)),
            waves: waves.map(SurveyWords.short),
            surveys: visit.may(.surveys, on: run) ? Route.surveys.path(run.id) : nil,
            issueAction: visit.may(.issueCertificates, on: run) ? Route.issueCertificates.path(run.id) : nil,
            printFile: sheet.lines.contains { $0.certificate != nil } && visit.may(.runCertificates, on: run)
                ? Route.runCertificates.path(run.id) : nil,
            result: result
        )
        let head = PageHead(
            title: "Register of run \(run.id)",
            status: errors.isEmpty ? .ok : .unprocessableContent,
            terminal: [
                TerminalWords.command("register mark \(run.id) --all-present"),
                TerminalWords.command("certificates issue", ["run": "\(run.id)", "output": "certificates"]),
            ],
            script: site.assets.address(of: .register),
            summary: errors.summary(),
            notice: RunNotice.sentence(visit.query)
        )
        return try await site.page(.register, visit, head, model)
    }

    private func tabs(_ run: Run, _ current: Int) -> [RegisterPage.Tab] {
        run.sittings.enumerated().map { index, sitting in
            RegisterPage.Tab(
                label: "Sitting \(index + 1), \(DateWords.short(sitting.starts.date))",
                address: "\(Route.register.path(run.id))?sitting=\(index + 1)",
                isCurrent: index + 1 == current
            )
        }
    }

    private static func wavesShown(_ sheet: RegisterSheet) -> [Programme.Wave] {
        let answered = sheet.lines.reduce(into: Set<Programme.Wave>()) { $0.formUnion($1.answered) }
        return answered.union([.pre, .post]).subtracting([.booking]).sorted()
    }

    /// `12 people: 9 present, 1 late, 2 not recorded`.
    private static func count(_ sheet: RegisterSheet, _ sitting: Int) -> String {
        let marks = sheet.lines.map { $0.marks.indices.contains(sitting - 1) ? $0.marks[sitting - 1] : nil }
        let present = marks.count { $0 == .present }
        let partly = marks.count { ($0?.minutesLate ?? 0) > 0 || ($0?.minutesEarly ?? 0) > 0 }
        let absent = marks.count { $0 == .absent }
        let open = marks.count { $0 == nil }
        return
            "\(NumberWords.many(marks.count, "person", "people")): \(present) present, \(partly) late or left early, "
            + "\(absent) absent, \(open) not recorded"
    }
}
