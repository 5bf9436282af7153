import Programme

/// How often people tick what, in the questions that are not scales. Weights are whole numbers; an option that is not
/// named here has weight 1, so that a new option of the material is ticked now and then.
enum AnswerHabits {
    /// The weight of an option of an item for somebody who meets trouble this often.
    static func weight(of option: String, to item: String, trouble: Double, felt: Double) -> Int {
        switch item {
        case "D1": frequency(option, trouble * 1.2)
        case "D2": frequency(option, trouble * 0.7)
        case "D3", "D4": frequency(option, trouble * 0.35)
        case "F2": frequency(option, 0.3 + trouble * 0.5)
        case "G1": comparison(option, felt)
        default: usual["\(item):\(option)"] ?? 1
        }
    }

    /// How likely a box of "tick all that fit" is ticked.
    static func ticks(_ option: String) -> Double { boxes[option] ?? 0.1 }

    /// How likely a yes is.
    static func yes(_ item: String, trouble: Double) -> Double {
        switch item {
        case "F1": 0.2 + 0.6 * trouble
        case "F9": 0.03 + 0.08 * trouble
        case "F6-contact": 0.6
        case "F6-risk": 0.1
        default: 0.5
        }
    }

    /// Words that somebody might write; no names and no real events.
    static let words = [
        "Waited a day, then knocked. The music is off by ten now.",
        "I stayed in the shop and rang 101. It felt right to wait.",
        "Two lads on bikes. I said good evening and kept walking.",
        "My neighbour and I agreed on a day for the bins.",
        "I did nothing that time. The card helped me not to feel bad about it.",
        "Still loud at weekends, but we talk now.",
        "I used the short sentences behind the bar.",
        "Practising in threes was harder than I had thought, and it helped.",
        "Pausing first is the thing I remember.", "It has been quiet here since.",
    ]

    private static func frequency(_ option: String, _ often: Double) -> Int {
        switch option {
        case "0": 10 + Int(100 * max(0, 1 - often))
        case "1": 10 + Int(50 * often)
        case "2-3": 5 + Int(45 * often)
        case "4+": 2 + Int(40 * often * often)
        default: 1
        }
    }

    private static func comparison(_ option: String, _ felt: Double) -> Int {
        switch option {
        case "much-less": 1
        case "less": felt < 0 ? 12 : 2
        case "same": felt < 0.4 ? 50 : 18
        case "more": felt < 0.4 ? 20 : 55
        case "much-more": felt > 1.6 ? 40 : 6
        default: 1
        }
    }

    private static let usual: [String: Int] = [
        "E2:yes": 89, "E2:mostly": 10, "E2:no": 1, "F3-where:home": 34, "F3-where:street": 26, "F3-where:shop": 15,
        "F3-where:transport": 10, "F3-where:work": 9, "F3-where:elsewhere": 6, "F3-when:week": 20, "F3-when:month": 40,
        "F3-when:earlier": 40, "F5:calmed": 54, "F5:same": 29, "F5:worse": 5, "F5:do-not-know": 12, "F6:nobody": 94,
        "F6:me": 3, "F6:other": 2, "F6:both": 1, "F7-needed:not-needed": 70, "F7-needed:called": 14,
        "F7-needed:not-called": 4, "F7-needed:called-anyway": 4, "F7-needed:do-not-know": 8, "F7-before:yes": 33,
        "F7-before:no": 42, "F7-before:do-not-know": 25, "F8:right": 30, "F8:not-right": 3, "F8:unsure": 9,
        "F8:no-such-time": 58,
    ]

    private static let boxes: [String: Double] = [
        "paused": 0.66, "distance": 0.5, "talked": 0.38, "listened": 0.32, "asked-others": 0.16, "left": 0.24,
        "emergency": 0.05, "report": 0.16, "council-landlord": 0.14, "chose-not": 0.28,
    ]
}
