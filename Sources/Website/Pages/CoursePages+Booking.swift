import Hummingbird
import Operations
import Programme
import Records

extension CoursePages {
    /// One course with its booking form.
    @Sendable func show(_ visit: Visit) async throws -> Response {
        let summary = try await course(try visit.id("run"))
        return try await page(visit, summary, BookingForm())
    }

    /// Books, and leads to the booking's own page.
    @Sendable func book(_ visit: Visit) async throws -> Response {
        let run: ID<Run> = try visit.id("run")
        var form = BookingForm(visit.form)
        if let request = try form.request(source: .website, office: site.office) {
            do {
                let office = site.office
                let key = "\(visit.context.visitor ?? ""):\(run):\(visit.form["attempt"])"
                let address = try await site.submissions.once(key) {
                    let receipt = try await office.book(request, on: run, by: .visitor)
                    return Route.booking.path(receipt.token) + "?new=yes"
                }
                return site.redirect(to: address)
            } catch UnknownThing.run {
                throw NoSuchCourse()
            } catch let refusal as any Refusal {
                form.note(refusal)
            }
        }
        return try await page(visit, try await course(run), form)
    }

    /// A run that the public may see; a visitor is told of courses, not of run numbers.
    private func course(_ run: ID<Run>) async throws -> RunSummary {
        do {
            return try await site.office.publicRun(run)
        } catch UnknownThing.run {
            throw NoSuchCourse()
        }
    }

    private func page(_ visit: Visit, _ summary: RunSummary, _ form: BookingForm) async throws -> Response {
        let run = summary.run
        let course = try await site.office.course(of: run)
        let whyNot = try whyNot(summary)
        let part =
            whyNot == nil
            ? try form.part(
                action: Route.book.path(run.id),
                attempt: visit.form.given("attempt") ?? Hexadecimal.text(site.office.surroundings.randomBytes(8)),
                summary: summary,
                isForStaff: false,
                office: site.office
            ) : nil
        let model = CoursePage(
            title: run.title,
            area: site.office.areaName(run.area),
            sittings: run.sittings.map(DateWords.full),
            venue: run.venue.name,
            venueAddress: run.venue.address.isEmpty ? nil : run.venue.address,
            access: run.venue.access.isEmpty ? nil : run.venue.access,
            audience: course.audience,
            age: course.minimumAge.map { "From \($0) years" },
            trainers: run.trainers.isEmpty ? nil : NumberWords.list(run.trainers.map(\.name)),
            places: PlacesWords.sentence(summary),
            isFull: summary.isFullForNewcomers,
            paragraphs: Paragraphs.of(course.summary),
            outcomes: course.outcomes.map(\.text),
            agenda: course.modules.map(\.title),
            duration: DurationWords.sentence(course),
            safetyRules: course.safetyRules,
            surveyNote: course.instrument != nil,
            closes: DateWords.dayAndTime(run.bookingCloses),
            form: part,
            whyNot: whyNot
        )
        let head = PageHead(
            title: "\(run.title), \(DateWords.day(run.starts.date))",
            status: form.errors.isEmpty ? .ok : .unprocessableContent,
            terminal: [
                TerminalWords.command(
                    "bookings add",
                    [
                        "run": run.id.description, "name": form.fields.given("name") ?? "فاطمہ خان",
                        "language": form.fields.given("name") == nil ? "ur" : form.fields.given("language"),
                    ]
                )
            ],
            hasQuickExit: true,
            summary: form.errors.summary(anchors: BookingForm.anchors)
        )
        return try await site.page(.course, visit, head, model)
    }

    private func whyNot(_ summary: RunSummary) throws -> String? {
        let run = summary.run
        if run.state != .open { return BookingRefusal.notTaking(run: "This course", state: run.state).description }
        let now = try site.office.wallClock(in: run.zone)
        return now < run.bookingCloses ? nil : BookingRefusal.closed(run: "this course").description
    }
}

/// A course that a visitor may not see, or that never was.
struct NoSuchCourse: Refusal {
    let description = "There is no such course, or it is not public yet. Look at all courses for other dates."
}

/// Text with empty lines between paragraphs.
enum Paragraphs {
    /// The paragraphs, each on one line.
    static func of(_ text: String) -> [String] {
        text.split(separator: "\n\n").map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") }
            .filter { !$0.isEmpty }
    }
}

/// How long a course takes, in words.
enum DurationWords {
    /// `One day, of which 5 h 45 min teaching`.
    static func sentence(_ course: Course) -> String {
        let whole = course.sittings.count == 1 ? "One sitting" : "\(course.sittings.count) sittings"
        return
            "\(whole) of \(hours(course.totalMinutes)) in all, breaks included; \(hours(course.contactMinutes)) of teaching"
    }

    /// `5 h 45 min`.
    static func hours(_ minutes: Int) -> String {
        switch (minutes / 60, minutes % 60) {
        case (0, let rest): "\(rest) min"
        case (let hours, 0): "\(hours) h"
        case (let hours, let rest): "\(hours) h \(rest) min"
        }
    }
}
