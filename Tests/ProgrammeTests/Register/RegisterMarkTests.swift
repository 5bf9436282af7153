import Foundation
import Programme
import Testing

@Suite struct RegisterMarkTests {
    @Test(
        "comes back from its word and minutes",
        arguments: [
            RegisterMark.present, .absent, .late(minutes: 1), .late(minutes: 1440), .leftEarly(minutes: 30),
            .lateAndLeftEarly(late: 5, early: 1440),
        ]
    )
    func comesBack(_ mark: RegisterMark) throws {
        #expect(try RegisterMark(word: mark.word, late: mark.minutesLate, early: mark.minutesEarly) == mark)
        #expect(try JSONDecoder().decode(RegisterMark.self, from: JSONEncoder().encode(mark)) == mark)
    }

    @Test(
        "reads the keys of the register page",
        arguments: [
            ("p", RegisterMark.present), ("a", .absent), ("l", .late(minutes: 7)), ("e", .leftEarly(minutes: 9)),
        ]
    )
    func reads(_ key: String, _ mark: RegisterMark) throws {
        #expect(try RegisterMark(word: key, late: 7, early: 9) == mark)
    }

    @Test(
        "refuses a mark without its minutes",
        arguments: [
            ("late", nil, 5), ("late", 0, nil), ("late", -3, nil), ("late", 1441, nil), ("left-early", 5, nil),
            ("left-early", nil, 0), ("late-and-left-early", 5, nil), ("late-and-left-early", nil, 5),
        ] as [(String, Int?, Int?)]
    )
    func refuses(_ word: String, _ late: Int?, _ early: Int?) {
        #expect(throws: RegisterRefusal.minutesMissing(word: word)) {
            try RegisterMark(word: word, late: late, early: early)
        }
    }

    @Test("refuses an unknown mark, and \"not recorded\" is none", arguments: ["", "here", "not recorded", "P "])
    func refusesUnknown(_ word: String) {
        #expect(throws: RegisterRefusal.unknownMark(word)) { try RegisterMark(word: word) }
    }

    @Test(
        "says the mark in words",
        arguments: [
            (RegisterMark.present, "present"), (.late(minutes: 5), "late by 5 min"),
            (.leftEarly(minutes: 5), "left 5 min early"), (.absent, "absent"),
            (.lateAndLeftEarly(late: 5, early: 6), "late by 5 min, left 6 min early"),
        ]
    )
    func label(_ mark: RegisterMark, _ label: String) { #expect(mark.label == label) }
}
