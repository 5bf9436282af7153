import Material

extension Slip {
    static let elsewhere: [Slip] = [
        Slip(
            "a card without 999",
            in: .card,
            "Burnt badly: 999",
            "Burnt badly: 101",
            .fault(.card, 1, "The card does not say to call 999 in danger.")
        ),
        Slip(
            "a card's line too long",
            in: .card,
            "Burnt badly: 999",
            "Burnt badly, so badly that you cannot hold the telephone and somebody else has to call 999 for you",
            .fault(.card, 7, "The line has 98 characters; a card's line has at most 90.")
        ),
        Slip(
            "no safety rules",
            in: .rules,
            "\n  - Your safety comes first.",
            "",
            .fault(.rules, 1, "\"rules\" is missing from the file.")
        ),
        Slip(
            "an awareness session with a certificate",
            in: .session,
            "version: 1",
            "version: 1\ncertificate: {contact_percent: 80, required_modules: []}",
            .fault(.session, 3, "An awareness session counts heads and gives no certificate.")
        ),
        Slip(
            "a shared course that does not exist",
            in: .session,
            "code: tasting",
            "code: tasting\nshares: tae",
            .fault(.session, 2, "There is no readable course \"tae\" to share the teaching of."),
            .fault(
                .session,
                7,
                "\"group\" is not a known key of the file. Known are code, version, title, audience, summary, shares, sittings."
            ),
            .fault(
                .session,
                8,
                "\"outcomes\" is not a known key of the file. Known are code, version, title, audience, summary, shares, sittings."
            ),
            .fault(
                .session,
                9,
                "\"modules\" is not a known key of the file. Known are code, version, title, audience, summary, shares, sittings."
            )
        ),
    ]
}
