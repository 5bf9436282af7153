import Programme
import Testing

@testable import Material

/// The material that ships, against the outline of the first course and its survey.
@Suite struct ShippedMaterialTests {
    private static let library = Result { try CourseLibrary.read(ProjectContent.folder) }

    @Test func passesTheCheckAndSaysWhatWasRead() {
        let check = MaterialCheck.ofCourses(in: ProjectContent.folder)
        #expect(check.faults.map(\.description) == [])
        #expect(
            check.summary == [
                "course defusing-one-day: contact 345, breaks 75, surveys 30 = 450 min; 12 modules, "
                    + "safety-critical 4 and 6, 4 role plays, 6 outcomes",
                "course defusing-two-evenings: contact 170 + 175, breaks 30, surveys 30 = 405 min; 12 modules, "
                    + "safety-critical 4 and 6, 4 role plays, 6 outcomes",
                "course talking-with-neighbours: contact 110, breaks 10, surveys 0 = 120 min; 6 modules, "
                    + "safety-critical 3, 2 role plays, 4 outcomes",
                "session awareness-communities: contact 60, breaks 0, surveys 0 = 60 min; 4 modules, "
                    + "safety-critical 2, 0 role plays, 3 outcomes",
                "session awareness-professionals: contact 90, breaks 0, surveys 0 = 90 min; 5 modules, "
                    + "safety-critical 2, 0 role plays, 4 outcomes",
                "session awareness-schools: contact 50, breaks 0, surveys 0 = 50 min; 4 modules, "
                    + "safety-critical 2, 0 role plays, 3 outcomes",
                "survey confidence-willingness-12: 36 items, waves booking, pre, post, followup-3, followup-6",
                "survey support-coaching-5: 5 items, waves pre, post",
                "card get-away-tell-call: 2 sides", "card take-away: 2 sides",
            ]
        )
    }

    /// The table of the course's outline: number, start, minutes, outcomes.
    @Test(arguments: [
        (1, "09:30", 15, []), (2, "09:45", 25, ["LO1"]), (3, "10:10", 35, ["LO1"]), (4, "11:00", 50, ["LO2"]),
        (5, "11:50", 25, ["LO2"]), (6, "12:15", 20, ["LO3"]), (7, "13:20", 45, ["LO4"]), (8, "14:05", 30, ["LO4"]),
        (9, "14:50", 55, ["LO2", "LO4", "LO5"]), (10, "15:45", 15, ["LO5"]), (11, "16:00", 20, ["LO6"]),
        (12, "16:20", 10, []),
    ])
    func theDayIsTheOneOfTheOutline(number: Int, start: String, minutes: Int, outcomes: [String]) throws {
        let book = try Self.library.get().course("defusing-one-day")
        let sitting = try #require(book.course.sittings.first)
        let entry = try #require(sitting.agenda.first { $0.module == number })
        #expect(WallTime(minutes: sitting.usualStart.minutes + entry.start)?.description == start)
        #expect(entry.minutes == minutes)
        #expect(book.course.module(number)?.outcomes == outcomes)
        #expect(book.course.module(number)?.isSafetyCritical == [4, 6].contains(number))
        #expect(book.plan(ofModule: number)?.steps.last?.end == minutes)
    }

    @Test func theCourseKeepsItsPromises() throws {
        let library = try Self.library.get()
        for code in ["defusing-one-day", "defusing-two-evenings"] {
            let course = try library.course(code).course
            #expect(course.contactMinutes == 345)
            #expect(course.certificate?.minutesNeeded(of: course.contactMinutes) == 276)
            #expect(course.certificate?.requiredModules == [4, 6])
            #expect(course.certificate?.refreshYears == 3)
            #expect(course.minimumAge == 18)
            #expect(course.group == GroupSize(smallest: 8, largest: 16, secondTrainerAbove: 10))
            #expect(course.safetyRules.count == 10)
            #expect(course.instrument == "confidence-willingness-12")
        }
        let day = try library.course("defusing-one-day")
        #expect(day.handouts.map(\.title).contains("My plan"))
        #expect(day.guide?.title == "For trainers: the one-day course")
        #expect(try library.course("defusing-two-evenings").guide?.title == "For trainers: the two evenings")
        let evenings = try library.course("defusing-two-evenings").course
        #expect(evenings.sittings.map(\.modules) == [[1, 2, 3, 4, 5, 6], [7, 8, 9, 10, 11, 12]])
    }

    @Test func theWavesAskWhatTheOutlineSays() throws {
        let survey = try Self.library.get().instrument("confidence-willingness-12")
        let asked = survey.waves.map { plan in survey.sections(in: plan.wave).map(\.code) }
        #expect(
            asked == [
                ["A", "B"], ["A", "B", "C", "D"], ["A", "B", "C", "E", "T"], ["A", "B", "C", "D", "F", "G"],
                ["A", "B", "C", "D", "F", "G"],
            ]
        )
        let compared = survey.sections.filter { ["A", "B", "C"].contains($0.code) }.flatMap(\.items)
        #expect(compared.count == 12)
        #expect(survey.scales.map(\.items) == [compared[..<6].map(\.code), compared[6..<10].map(\.code)])
        #expect(survey.scales.map(\.minimumAnswered) == [5, 3])
        #expect(compared[..<10].allSatisfy { $0.offersCannotSay })
        #expect(try survey.item("A6").text == "stop and walk away when talking is not helping")
        #expect(try survey.item("B4").text == "tell someone letting rubbish fall by your door that it bothers you")
    }

    @Test func everySafetyQuestionHasAFormForEveryWaveThatAsksIt() throws {
        let survey = try Self.library.get().instrument("confidence-willingness-12")
        for code in ["C1", "C2"] {
            let waves = survey.waves.filter { $0.items.contains(code) }
            let shown = waves.compactMap { survey.guardForm(of: code, in: $0.wave, seed: 7) }
            #expect(Set(shown.map(\.code)).count == waves.count)
            for form in shown {
                #expect(form.options.map(\.code).sorted() == ["away", "film", "shout", "talk"])
                #expect(form.right == "away")
            }
            #expect(Set(shown.compactMap { form in form.options.firstIndex { $0.code == form.right } }).count == 4)
        }
    }

    @Test func someoneHurtIsTakenToTheSafeguardingLead() throws {
        let survey = try Self.library.get().instrument("confidence-willingness-12")
        let wave = Wave.followUp(months: 3)
        #expect(try survey.item("F6", in: wave).onlyIf == nil)
        func told(_ given: [String: String]) throws -> [SurveyItem.Alert.Reader] {
            let answers = try given.reduce(into: [String: Answer]()) { answers, pair in
                answers[pair.key] = try survey.answer(pair.value, to: pair.key, in: wave)
            }
            #expect(survey.offersSupport(after: answers, in: wave) == (given["F6"] != "nobody"))
            return survey.alerts(after: answers, in: wave).map(\.reader)
        }
        for hurt in ["me", "other", "both"] {
            #expect(try told(["F6": hurt]) == [])
            #expect(try told(["F6": hurt, "F6-contact": "yes"]) == [.safeguarding])
            #expect(try told(["F6": hurt, "F6-contact": "no", "F6-risk": "yes"]) == [.safeguarding])
        }
        #expect(try told(["F6": "nobody", "F6-contact": "yes", "F6-risk": "yes"]) == [])
        #expect(try survey.item("F10-quote", in: wave).allowsQuoting == "F10")
    }

    @Test func everyItemIsAskedAndScoredAsTheOutlineSays() throws {
        let survey = try Self.library.get().instrument("confidence-willingness-12")
        let asked = survey.items.reduce(into: [String: [String]]()) { asked, item in
            asked[item.code] = survey.waves.filter { $0.items.contains(item.code) }.map(\.wave.name)
        }
        let (all, later) = (["booking", "pre", "post", "followup-3", "followup-6"], ["followup-3", "followup-6"])
        for code in ["A1", "A2", "A3", "A4", "A5", "A6", "B1", "B2", "B3", "B4"] { #expect(asked[code] == all) }
        for code in ["C1", "C2"] { #expect(asked[code] == Array(all.dropFirst())) }
        for code in ["D1", "D2", "D3", "D4"] { #expect(asked[code] == ["pre"] + later) }
        for code in ["E1", "E2", "A2-then", "A4-then"] { #expect(asked[code] == ["post"]) }
        #expect(survey.items.filter { $0.code.hasPrefix("F") }.allSatisfy { asked[$0.code] == later })
        #expect(asked["G1"] == later)
        let scores = survey.items.reduce(into: [String: [Double]]()) { scores, item in
            guard case .choice(let options) = item.answer else { return }
            scores[item.code] = options.compactMap(\.score)
        }
        for code in ["D1", "D2", "D3", "D4", "F2"] { #expect(scores[code] == [0, 1, 2, 4]) }
        #expect(scores["G1"] == [-2, -1, 0, 1, 2] && scores["F5"] == [1, 0, -1] && scores["E2"] == [2, 1, 0])
    }

    @Test func theFiveStatementsAreSurreysOwn() throws {
        let survey = try Self.library.get().instrument("support-coaching-5")
        #expect(
            survey.items.map(\.text) == [
                "I feel my concerns have been listened to", "I feel well-supported to cope with the ASB",
                "I feel confident to cope with the situation myself", "I am aware of the services available to help me",
                "I am able to get on with my life despite the ASB",
            ]
        )
        #expect(survey.waves.map(\.wave) == [.pre, .post])
    }

    @Test func anUnknownCourseOrSurveyIsNamedWithTheNearest() throws {
        let library = try Self.library.get()
        let course = #expect(throws: UnknownMaterial.self) { try library.course("defusing-oneday") }
        #expect(course?.description == "There is no course \"defusing-oneday\". Did you mean \"defusing-one-day\"?")
        let survey = #expect(throws: UnknownMaterial.self) { try library.instrument("xyz") }
        #expect(
            survey?.description
                == "There is no survey \"xyz\". Known are confidence-willingness-12, support-coaching-5."
        )
    }
}
