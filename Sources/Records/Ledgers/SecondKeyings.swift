public import FoundationEssentials
public import Programme

/// A sheet that was keyed a second time.
public struct SecondKeying: Hashable, Sendable {
    /// The key.
    public let id: ID<SecondKeying>
    /// Who keyed it, as ``Actor/hand``.
    public let keyedBy: String
    /// When.
    public let keyedAt: Date
    /// How many items were compared.
    public let items: Int
}

/// A disagreement of two keyings on record, with the sheet it is on.
public struct StoredDisagreement: Hashable, Sendable {
    /// The second keying.
    public let keying: ID<SecondKeying>
    /// The sheet.
    public let response: ID<StoredResponse>
    /// The booking.
    public let booking: ID<Booking>
    /// The booking's code.
    public let reference: String
    /// The run.
    public let run: ID<Run>
    /// The wave.
    public let wave: Wave
    /// What differs.
    public let disagreement: KeyingDisagreement
    /// Who keyed first; nil when it was not noted.
    public let firstBy: String?
    /// Who keyed second.
    public let secondBy: String
    /// Who settled it, when and why; nil while it is open.
    public let settled: Settlement?

    /// Who settled a disagreement.
    public struct Settlement: Hashable, Sendable {
        /// As ``Actor/hand``.
        public let by: String
        /// When.
        public let at: Date
        /// Why, in words; nil when they were erased.
        public let reason: String?
    }
}

/// How well sheets were keyed.
public struct EntryQuality: Hashable, Sendable {
    /// Sheets keyed by staff.
    public let keyed: Int
    /// Of these, sheets keyed twice.
    public let keyedTwice: Int
    /// Items compared on them.
    public let itemsCompared: Int
    /// Items that differed.
    public let disagreements: Int
    /// Of these, not settled yet.
    public let open: Int

    /// Counts.
    public init(keyed: Int, keyedTwice: Int, itemsCompared: Int, disagreements: Int, open: Int) {
        self.keyed = keyed
        self.keyedTwice = keyedTwice
        self.itemsCompared = itemsCompared
        self.disagreements = disagreements
        self.open = open
    }
}

/// A sheet on record without its answers.
public struct SheetHead: Hashable, Sendable {
    /// The booking.
    public let booking: ID<Booking>
    /// The wave.
    public let wave: Wave
    /// The day of the answers.
    public let answeredOn: CalendarDate
    /// How they came.
    public let mode: AnswerMode
    /// Who keyed it first, as ``Actor/hand``.
    public let keyedBy: String?
    /// When it first came in.
    public let receivedAt: Date
    /// Whether it was keyed a second time.
    public let isKeyedTwice: Bool
    /// How many disagreements of its keyings are open.
    public let openDisagreements: Int
}

extension Reader {
    /// The second keying of a sheet, or nil.
    public func secondKeying(of response: ID<StoredResponse>) throws -> SecondKeying? {
        try connection.first("SELECT * FROM second_keying WHERE response = $1", .id(response)).map { row in
            SecondKeying(
                id: try row.id("id"),
                keyedBy: try row.text("keyed_by"),
                keyedAt: try row.instant("keyed_at"),
                items: try row.int("items")
            )
        }
    }

    /// The disagreements on record, by run, booking, wave and item; of one run or all, open ones or all.
    public func disagreements(of run: ID<Run>? = nil, openOnly: Bool = false) throws -> [StoredDisagreement] {
        try connection.rows(
            """
            SELECT disagreement.*, second_keying.keyed_by AS second_by, second_keying.response, response.booking, response.wave,
              response.keyed_by AS first_by, booking.reference, booking.run, reason.text AS why
            FROM disagreement JOIN second_keying ON second_keying.id = disagreement.keying
              JOIN response ON response.id = second_keying.response JOIN booking ON booking.id = response.booking
              LEFT JOIN reason ON reason.id = disagreement.reason
            WHERE ($1 IS NULL OR booking.run = $1) AND ($2 = 0 OR disagreement.settled_at IS NULL)
            ORDER BY booking.run, booking.id, response.id, disagreement.item
            """,
            run.map(SQLValue.id) ?? .null,
            .flag(openOnly)
        ).map(StoredDisagreement.init(row:))
    }

    /// How well sheets were keyed, of one run or all.
    public func entryQuality(of run: ID<Run>? = nil) throws -> EntryQuality {
        let row = try connection.first(
            """
            WITH sheet AS (SELECT response.id FROM response JOIN booking ON booking.id = response.booking
                WHERE response.mode <> 'web' AND ($1 IS NULL OR booking.run = $1)),
              again AS (SELECT second_keying.* FROM second_keying JOIN response ON response.id = second_keying.response
                JOIN booking ON booking.id = response.booking WHERE $1 IS NULL OR booking.run = $1)
            SELECT (SELECT COUNT(*) FROM sheet) AS keyed, (SELECT COUNT(*) FROM again) AS twice,
              (SELECT COALESCE(SUM(items), 0) FROM again) AS items,
              (SELECT COUNT(*) FROM disagreement WHERE keying IN (SELECT id FROM again)) AS differing,
              (SELECT COUNT(*) FROM disagreement WHERE keying IN (SELECT id FROM again) AND settled_at IS NULL) AS open
            """,
            run.map(SQLValue.id) ?? .null
        )
        return EntryQuality(
            keyed: try row?.int("keyed") ?? 0,
            keyedTwice: try row?.int("twice") ?? 0,
            itemsCompared: try row?.int("items") ?? 0,
            disagreements: try row?.int("differing") ?? 0,
            open: try row?.int("open") ?? 0
        )
    }

    /// The sheets on record of a run, without their answers.
    public func sheetHeads(on run: ID<Run>) throws -> [SheetHead] {
        try connection.rows(
            """
            SELECT response.booking, response.wave, response.answered_on, response.mode, response.keyed_by,
              response.received_at, second_keying.id IS NOT NULL AS twice,
              (SELECT COUNT(*) FROM disagreement WHERE keying = second_keying.id AND settled_at IS NULL) AS open
            FROM response JOIN booking ON booking.id = response.booking
              LEFT JOIN second_keying ON second_keying.response = response.id
            WHERE booking.run = $1 ORDER BY response.booking, response.id
            """,
            .id(run)
        ).map { row in
            SheetHead(
                booking: try row.id("booking"),
                wave: try row.parsed("wave", "wave") { Wave(name: $0) },
                answeredOn: try row.date("answered_on"),
                mode: AnswerMode(rawValue: try row.text("mode")) ?? .paper,
                keyedBy: try row.optionalText("keyed_by"),
                receivedAt: try row.instant("received_at"),
                isKeyedTwice: try row.flag("twice"),
                openDisagreements: try row.int("open")
            )
        }
    }
}

extension StoredDisagreement {
    init(row: SQLRow) throws {
        keying = try row.id("keying")
        response = try row.id("response")
        booking = try row.id("booking")
        reference = try row.text("reference")
        run = try row.id("run")
        wave = try row.parsed("wave", "wave") { Wave(name: $0) }
        disagreement = KeyingDisagreement(
            item: try row.text("item"),
            first: try row.flag("first_given") ? AnswerValue(row: row, "first") : nil,
            second: try row.flag("second_given") ? AnswerValue(row: row, "second") : nil
        )
        firstBy = try row.optionalText("first_by")
        secondBy = try row.text("second_by")
        let (by, at) = (try row.optionalText("settled_by"), try row.optionalInstant("settled_at"))
        let why = try row.optionalText("why")
        settled = by.flatMap { by in at.map { Settlement(by: by, at: $0, reason: why) } }
    }
}

extension Ledger {
    /// Puts a second keying on record with what differs.
    public func insertSecondKeying(
        of response: ID<StoredResponse>,
        items: Int,
        differing: [KeyingDisagreement],
        by hand: String,
        at now: Date
    ) throws {
        let keying: ID<SecondKeying> = try inserted(
            "INSERT INTO second_keying (response, keyed_by, keyed_at, items) VALUES ($1, $2, $3, $4) RETURNING id",
            [.id(response), .text(hand), .instant(now), .integer(items)]
        )
        for difference in differing {
            try connection.run(
                """
                INSERT INTO disagreement (keying, item, first_given, first_score, first_choice, second_given, second_score,
                  second_choice) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                """,
                .id(keying),
                .text(difference.item),
                .flag(difference.first != nil),
                .optional(difference.first?.score),
                .optional(difference.first?.choice),
                .flag(difference.second != nil),
                .optional(difference.second?.score),
                .optional(difference.second?.choice)
            )
        }
    }

    /// Settles an open disagreement on an item of a sheet, if there is one.
    public func settle(_ item: String, in response: ID<StoredResponse>, by hand: String, reason: String, at now: Date)
        throws
    {
        let open = try connection.first(
            """
            SELECT keying FROM disagreement JOIN second_keying ON second_keying.id = disagreement.keying
            WHERE second_keying.response = $1 AND disagreement.item = $2 AND disagreement.settled_at IS NULL
            """,
            .id(response),
            .text(item)
        )
        guard let keying = try open?.int("keying") else { return }
        let key = try reasonKey(reason)
        try connection.run(
            "UPDATE disagreement SET settled_at = $3, settled_by = $4, reason = $5 WHERE keying = $1 AND item = $2",
            .integer(keying),
            .text(item),
            .instant(now),
            .text(hand),
            .id(key)
        )
    }
}
