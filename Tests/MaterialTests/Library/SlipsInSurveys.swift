import Material

extension Slip {
    static let inSurveys: [Slip] = [
        Slip(
            "two items of one code",
            in: .survey,
            "code: A2",
            "code: A1",
            .fault(.survey, 15, "There are two items with the code A1.")
        ),
        Slip(
            "an item code with a point",
            in: .survey,
            "code: A2",
            "code: A.2",
            .fault(.survey, 15, "\"A.2\" is not an item code of letters, digits and hyphens, like A1 or A2-then.")
        ),
        Slip(
            "no words in the middle",
            in: .survey,
            "5: so so, ",
            "",
            .fault(.survey, 12, "The scale has no words at 5; both ends and the middle need them.")
        ),
        Slip(
            "words off the scale",
            in: .survey,
            "10: very much",
            "11: very much",
            .fault(.survey, 12, "The scale has no words at 10; both ends and the middle need them."),
            .fault(.survey, 12, "The words \"very much\" stand at 11, outside the scale.")
        ),
        Slip(
            "a scale the wrong way round",
            in: .survey,
            "to: 10",
            "to: -1",
            .fault(.survey, 12, "The scale runs from 0 to -1; its end must be above its beginning."),
            .fault(.survey, 44, "minimum_answered is \"2\"; a whole number from 1 to 1 is expected.")
        ),
        Slip(
            "two right answers",
            in: .survey,
            "{code: touch, text: Touch it}\n              - {code: wait",
            "{code: touch, text: Touch it, right: yes}\n              - {code: wait",
            .fault(
                .survey,
                22,
                "A safety question has exactly one right answer, marked \"right: yes\"; this form has 2."
            )
        ),
        Slip(
            "no right answer",
            in: .survey,
            "              - {code: wait, text: Wait, right: yes}\n              - {code: touch",
            "              - {code: wait, text: Wait}\n              - {code: touch",
            .fault(
                .survey,
                27,
                "A safety question has exactly one right answer, marked \"right: yes\"; this form has 0."
            )
        ),
        Slip(
            "two forms of one code",
            in: .survey,
            "- code: b\n",
            "- code: a\n",
            .fault(.survey, 22, "There are two forms with the code \"a\".")
        ),
        Slip(
            "an item without kind",
            in: .survey,
            ", yes_no: yes}",
            "}",
            .fault(
                .survey,
                35,
                "The item does not say how it is answered; add one of scale, choice, several, count, words, yes_no, forms."
            )
        ),
        Slip(
            "an item of two kinds",
            in: .survey,
            ", yes_no: yes}",
            ", yes_no: yes, count: 3}",
            .fault(.survey, 35, "An item is answered in one way, not in several (count, yes_no).")
        ),
        Slip(
            "a condition on an unknown item",
            in: .survey,
            "item: F1, any_of",
            "item: F3, any_of",
            .fault(.survey, 41, "The condition names \"F3\", which is not an item before this one.")
        ),
        Slip(
            "a condition on an unknown answer",
            in: .survey,
            "any_of: [\"yes\"]",
            "any_of: [yse]",
            .fault(.survey, 41, "F1 has no answer \"yse\". Did you mean \"yes\"?")
        ),
        Slip(
            "help offered after an answer that there is not",
            in: .survey,
            "alert: {reader: safeguarding, any_of: [me]}",
            "offer_support: [mee]",
            .fault(.survey, 42, "F2 has no answer \"mee\". Did you mean \"me\"?")
        ),
        Slip(
            "quoting what is no words",
            in: .survey,
            "alert: {reader: safeguarding, any_of: [me]}",
            "quotes: A1",
            .fault(.survey, 42, "\"A1\" is not an item before this one that is answered in words.")
        ),
        Slip(
            "an alert to nobody known",
            in: .survey,
            "reader: safeguarding",
            "reader: safegarding",
            .fault(
                .survey,
                42,
                "reader is \"safegarding\"; it must be one of safeguarding, support. Did you mean \"safeguarding\"?"
            )
        ),
        Slip(
            "two options of one code",
            in: .survey,
            "- {code: me, text: Me}",
            "- {code: \"no\", text: Me}",
            .fault(.survey, 39, "There are two answers with the code \"no\"."),
            .fault(.survey, 42, "F2 has no answer \"me\".")
        ),
        Slip(
            "an average of words",
            in: .survey,
            "items: [A],",
            "items: [A, F1],",
            .fault(.survey, 44, "F1 is not answered on a scale and cannot be averaged.")
        ),
        Slip(
            "more answers needed than asked",
            in: .survey,
            "minimum_answered: 2",
            "minimum_answered: 3",
            .fault(.survey, 44, "minimum_answered is \"3\"; a whole number from 1 to 2 is expected.")
        ),
        Slip(
            "a wave of an unknown item",
            in: .survey,
            "asks: [A, C, F]",
            "asks: [A, C, F3]",
            .fault(.survey, 54, "There is no item or section \"F3\".")
        ),
        Slip(
            "a wave without the condition's item",
            in: .survey,
            "asks: [A, C, F]",
            "asks: [A, C, F2]",
            .fault(.survey, 54, "F2 depends on F1, which this wave does not ask.")
        ),
        Slip(
            "a wave twice",
            in: .survey,
            "wave: post",
            "wave: pre",
            .fault(.survey, 52, "There are two waves pre.")
        ),
        Slip(
            "waves out of order",
            in: .survey,
            "wave: pre",
            "wave: followup-3",
            .fault(.survey, 52, "The wave post stands after followup-3; waves stand in order of time.")
        ),
        Slip(
            "a wave misnamed",
            in: .survey,
            "wave: post",
            "wave: after",
            .fault(.survey, 52, "wave is \"after\"; booking, pre, post, followup or followup-N (N months) is expected.")
        ),
        Slip(
            "a follow-up without months",
            in: .survey,
            "wave: post",
            "wave: followup",
            .fault(.survey, 52, "A survey says which follow-up it is: followup-3 for three months.")
        ),
        Slip(
            "a window that closes before it opens",
            in: .survey,
            "days: 3",
            "days: -3",
            .fault(.survey, 52, "The wave post must open before it is due and be due before it closes.")
        ),
        Slip(
            "a window from nowhere",
            in: .survey,
            "opens: {from: last-sitting}",
            "opens: {from: last-siting}",
            .fault(
                .survey,
                55,
                "from is \"last-siting\"; it must be one of booking, first-sitting, last-sitting. Did you mean \"last-sitting\"?"
            )
        ),
    ]
}
