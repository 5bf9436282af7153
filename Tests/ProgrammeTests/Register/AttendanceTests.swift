import Programme
import Testing

/// Minutes by hand from the agenda. One day, minutes after 09:15: survey 0-15, module 1 15-30, 2 30-55, 3 55-90,
/// break, 4 105-155, 5 155-180, 6 180-200, lunch, 7 245-290, 8 290-320, break, 9 335-390, 10 390-405, 11 405-425,
/// 12 425-435, survey 435-450. 345 minutes of contact; 80 % are 276, so at most 69 may be missed.
@Suite struct AttendanceTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let marks: [RegisterMark?]
        let attended: Int
        let refusal: CertificateNotEarned?
        var testDescription: String { marks.map { $0?.label ?? "not recorded" }.joined(separator: " + ") }

        init(_ marks: [RegisterMark?], _ attended: Int, _ refusal: CertificateNotEarned? = nil) {
            (self.marks, self.attended, self.refusal) = (marks, attended, refusal)
        }
    }

    private static func tooFew(_ attended: Int) -> CertificateNotEarned {
        .tooFewMinutes(name: "Asha", attended: attended, needed: 276)
    }

    @Test(
        "counts the minutes of one day",
        arguments: [
            Case([.present], 345),
            Case([.late(minutes: 15)], 345),  // the survey is not contact
            Case([.late(minutes: 16)], 344),
            Case([.late(minutes: 84)], 276),  // 15 + 25 + 29 missed
            Case([.late(minutes: 85)], 275, tooFew(275)),
            Case([.late(minutes: 105)], 270, tooFew(270)),  // the break costs nothing
            Case([.late(minutes: 106)], 269, tooFew(269)),
            Case([.leftEarly(minutes: 15)], 345),
            Case([.leftEarly(minutes: 60)], 300),  // 15 + 20 + 10
            Case([.leftEarly(minutes: 84)], 276),  // 24 of module 9 besides
            Case([.leftEarly(minutes: 85)], 275, tooFew(275)),
            Case([.lateAndLeftEarly(late: 40, early: 59)], 276),  // 25 and 44 missed
            Case([.lateAndLeftEarly(late: 40, early: 60)], 275, tooFew(275)),
            Case([.lateAndLeftEarly(late: 300, early: 300)], 0, tooFew(0)),  // came after they had left
            Case([.absent], 0, tooFew(0)),
            Case([nil], 0, .notRecorded(name: "Asha", sittings: [1])),
            Case([], 0, .notRecorded(name: "Asha", sittings: [1])),
            Case([.present, .absent], 345),  // there is no second sitting
        ]
    )
    func oneDay(_ known: Case) { check(known, SampleCourses.oneDay) }

    /// First evening 0-200: modules 4 105-155, 5 155-180, 6 180-200; second evening 175 minutes of contact.
    @Test(
        "counts the minutes of two evenings, and modules 4 and 6 must be whole",
        arguments: [
            Case([.present, .present], 345),
            Case([.leftEarly(minutes: 1), .present], 344, .moduleMissed(name: "Asha", modules: [6])),
            Case([.leftEarly(minutes: 46), .present], 299, .moduleMissed(name: "Asha", modules: [4, 6])),
            Case([.late(minutes: 84), .present], 276),
            Case([.present, .leftEarly(minutes: 84)], 276),
            Case([.late(minutes: 106), .present], 269, tooFew(269)),
            Case([.present, .absent], 170, tooFew(170)),
            Case([.absent, .present], 175, tooFew(175)),
            Case([.present, nil], 170, .notRecorded(name: "Asha", sittings: [2])),
            Case([nil, nil], 0, .notRecorded(name: "Asha", sittings: [1, 2])),
        ]
    )
    func twoEvenings(_ known: Case) { check(known, SampleCourses.twoEvenings) }

    private func check(_ known: Case, _ course: Course) {
        let attendance = Attendance(of: course, marks: known.marks)
        #expect(attendance.contactMinutes == 345)
        #expect(attendance.attendedMinutes == known.attended)
        #expect(course.certificateRefusal(for: attendance, of: "Asha") == known.refusal)
    }

    @Test("a required module is missed though the minutes suffice")
    func requiredModule() {
        var course = SampleCourses.oneDay
        course.certificate = CertificateRule(contactPercent: 70, requiredModules: [4, 6], refreshYears: nil)
        let late = Attendance(of: course, marks: [.late(minutes: 106)])
        #expect(course.certificateRefusal(for: late, of: "Asha") == .moduleMissed(name: "Asha", modules: [4]))
        let onTime = Attendance(of: course, marks: [.late(minutes: 105)])
        #expect(course.certificateRefusal(for: onTime, of: "Asha") == nil)
        #expect(onTime.wholeModules == Set(4...12))
    }

    @Test("no course without a rule gives a certificate")
    func withoutRule() {
        var course = SampleCourses.oneDay
        course.certificate = nil
        let there = Attendance(of: course, marks: [.present])
        #expect(course.certificateRefusal(for: there, of: "Asha") == .noCertificate(course: "Defusing"))
    }

    @Test(
        "rounds the minutes needed up",
        arguments: [
            (345, 80, 276), (344, 80, 276), (1, 80, 1), (0, 80, 0), (100, 33, 33), (101, 33, 34), (345, 100, 345),
        ]
    )
    func needed(_ contact: Int, _ percent: Int, _ minutes: Int) {
        let rule = CertificateRule(contactPercent: percent, requiredModules: [], refreshYears: nil)
        #expect(rule.minutesNeeded(of: contact) == minutes)
    }

    @Test("a minute later or earlier never gains contact, over the whole day")
    func neverGains() {
        var before = 345
        for late in 1..<450 {
            let attended = Attendance(of: SampleCourses.oneDay, marks: [.late(minutes: late)]).attendedMinutes
            #expect((before - 1...before).contains(attended))
            let rest = Attendance(of: SampleCourses.oneDay, marks: [.leftEarly(minutes: 450 - late)]).attendedMinutes
            #expect(attended + rest == 345)
            before = attended
        }
    }
}
