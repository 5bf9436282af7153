import Foundation
import Programme
import Testing

@testable import Records

/// Answers, their history, second keyings and words on a real database.
@Suite struct AnswerChangeTests {
    private static let later = SampleRecords.now.addingTimeInterval(3600)

    private func sheet(_ sample: SampleRecords, mode: AnswerMode = .paper) async throws -> (
        ID<Booking>, ID<StoredResponse>
    ) {
        let booking = try await sample.booking("Asha \(mode)", on: try await sample.run())
        let day = try #require(CalendarDate("2026-07-01"))
        var words = StoredAnswer(item: "F10", text: "Quiet now.")
        words.mayQuote = true
        let response = StoredResponse(
            booking: booking,
            wave: .pre,
            answeredOn: day,
            mode: mode,
            language: "en-GB",
            answers: [
                StoredAnswer(item: "A1", score: 7), StoredAnswer(item: "A2"),
                StoredAnswer(item: "C1", score: 1, choice: "a:away"),
                words,
            ],
            keyedBy: "account:1"
        )
        try await sample.change { try $0.store(response, at: SampleRecords.now) }
        let stored = try #require(try await sample.records.read { try $0.response(of: booking, wave: .pre) })
        return (booking, try #require(stored.id))
    }

    private func change(
        _ item: String,
        _ from: AnswerValue?,
        _ to: AnswerValue?,
        _ source: AnswerChangeSource = .correction
    )
        -> AnswerChange
    {
        AnswerChange(
            item: item,
            from: from,
            to: to,
            source: source,
            by: "account:2",
            at: Self.later,
            reason: source == .own ? nil : "slip of a key"
        )
    }

    @Test("storing again adds what was blank and touches nothing that is there")
    func adds() async throws {
        let sample = try await SampleRecords()
        let (booking, _) = try await sheet(sample)
        let again = StoredResponse(
            booking: booking,
            wave: .pre,
            answeredOn: try #require(CalendarDate("2026-08-01")),
            mode: .web,
            language: "pl",
            answers: [
                StoredAnswer(item: "A1", score: 1), StoredAnswer(item: "A3", score: 2),
                StoredAnswer(item: "F10", text: "Other."),
            ]
        )
        try await sample.change { try $0.store(again, at: Self.later) }
        let kept = try #require(try await sample.records.read { try $0.response(of: booking, wave: .pre) })
        #expect(kept.values["A1"]?.score == 7 && kept.values["A3"]?.score == 2 && kept.values.count == 4)
        #expect(
            kept.answers.compactMap(\.text) == ["Quiet now."]
                && kept.answers.allSatisfy { $0.text == nil || $0.mayQuote }
        )
        #expect(kept.mode == .paper && kept.language == "en-GB" && kept.answeredOn.description == "2026-07-01")
        #expect(kept.keyedBy == "account:1" && kept.receivedAt == SampleRecords.now)
    }

    @Test("a change replaces the value and keeps what it was, who, when and why")
    func keepsHistory() async throws {
        let sample = try await SampleRecords()
        let (booking, id) = try await sheet(sample)
        let steps = [
            change("A1", AnswerValue(score: 7), AnswerValue(score: 1)), change("A1", AnswerValue(score: 1), nil),
            change("A3", nil, AnswerValue(score: 4)), change("A2", AnswerValue(), AnswerValue(score: 0), .own),
            change(
                "C1",
                AnswerValue(score: 1, choice: "a:away"),
                AnswerValue(score: 0, choice: "a:talk"),
                .doubleEntry
            ),
            change("answered_on", AnswerValue(choice: "2026-07-01"), AnswerValue(choice: "2026-06-30"), .file),
            change("mode", AnswerValue(choice: "paper"), AnswerValue(choice: "telephone")),
        ]
        try await sample.change { ledger in for step in steps { try ledger.change(step, in: id) } }
        let kept = try #require(try await sample.records.read { try $0.response(of: booking, wave: .pre) })
        #expect(kept.values["A1"] == nil && kept.values["A2"]?.score == 0 && kept.values["A3"]?.score == 4)
        #expect(
            kept.values["C1"]?.choice == "a:talk" && kept.answeredOn.description == "2026-06-30"
                && kept.mode == .telephone
        )
        #expect(try await sample.records.read { try $0.answerChanges(of: booking, wave: .pre) } == steps)
        #expect(
            try await sample.records.read { try $0.answerChangeCounts() } == [
                .correction: 4, .own: 1, .doubleEntry: 1, .file: 1,
            ]
        )
        // What was taken back and is given again goes on with its history; what never changed needs none.
        var again = kept
        again.answers = [
            StoredAnswer(item: "A1", score: 3), StoredAnswer(item: "B1", score: 2), StoredAnswer(item: "A3", score: 9),
        ]
        let more = again
        try await sample.change { try $0.store(more, at: Self.later) }
        let history = try await sample.records.read { try $0.answerChanges(of: booking, wave: .pre) }
        #expect(
            history.dropFirst(steps.count).map { "\($0.item) \($0.to?.text ?? "-") \($0.source.rawValue) \($0.by)" }
                == ["A1 3 filled account:1"]
        )
        try await sample.change { try $0.connection.run("DELETE FROM answer WHERE item = 'B1'") }
        try await sample.change { ledger in
            try ledger.change(change("A1", AnswerValue(score: 3), nil), in: id)
        }
        // The evaluation reads what holds now.
        let scores = try await sample.records.read { try $0.responseRecords() }
        #expect(scores.map(\.item) == ["A2", "A3"] && scores.allSatisfy { $0.answeredOn?.description == "2026-06-30" })
        #expect(try await sample.records.read { try $0.choiceRecords() }.map(\.choice) == ["a:talk"])
        #expect(try await sample.records.read { try $0.brokenAnswerHistories() } == [])
        try await sample.change { try $0.connection.run("UPDATE answer SET score = 9 WHERE item = 'A3'") }
        let faults = try await sample.records.read { try $0.brokenAnswerHistories() }
        #expect(faults.count == 1 && faults[0].description.contains("A3 in pre"))
    }

    @Test("words that staff replace are kept with the change; a person's own are gone; both end with their time")
    func words() async throws {
        let sample = try await SampleRecords()
        let (booking, id) = try await sheet(sample)
        try await sample.change { ledger in
            try ledger.changeWords(to: "Quieter now.", mayQuote: true, change("F10", .words, .words), in: id)
            try ledger.changeWords(to: "Much quieter.", mayQuote: false, change("F10", .words, .words, .own), in: id)
        }
        let found = try await sample.records.read { reader in
            (try reader.ownWords(), try reader.earlierWords(of: booking, wave: .pre).map(\.text))
        }
        #expect(found.0.map(\.text) == ["Much quieter."] && found.0[0].mayQuote == false && found.1 == ["Quiet now."])
        #expect(found.0[0].keptUntil?.description == "2028-07-01")
        #expect(try await sample.records.read { try $0.brokenAnswerHistories() } == [])
        #expect(try await sample.change { try $0.eraseOwnWords(before: try #require(CalendarDate("2028-07-01"))) } == 0)
        #expect(try await sample.change { try $0.eraseOwnWords(before: try #require(CalendarDate("2028-07-02"))) } == 1)
        let left = try await sample.contents()
        #expect(!left.contains { $0.contains("uiet") })
        #expect(try await sample.records.read { try $0.brokenAnswerHistories() } == [])
        #expect(try await sample.records.read { try $0.responseRecords() }.map(\.item) == ["A1", "A2"])
    }

    @Test("a second keying keeps what differs until it is settled, and counts what was compared")
    func secondKeying() async throws {
        let sample = try await SampleRecords()
        let (booking, id) = try await sheet(sample)
        let (_, web) = try await sheet(sample, mode: .web)
        #expect(web != id)
        let differing = [
            KeyingDisagreement(item: "A1", first: AnswerValue(score: 7), second: AnswerValue(score: 1)),
            KeyingDisagreement(item: "A2", first: AnswerValue(), second: nil),
        ]
        try await sample.change {
            try $0.insertSecondKeying(of: id, items: 20, differing: differing, by: "account:2", at: Self.later)
        }
        let run = try #require(try await sample.records.read { try $0.booking(booking)?.booking.run })
        let open = try await sample.records.read { try $0.disagreements(of: run, openOnly: true) }
        #expect(
            open.map(\.disagreement) == differing
                && open.allSatisfy { $0.firstBy == "account:1" && $0.secondBy == "account:2" }
        )
        try await sample.change { ledger in
            try ledger.settle("A1", in: id, by: "account:3", reason: "the sheet says 7", at: Self.later)
            try ledger.settle("A1", in: id, by: "account:4", reason: "a second time", at: Self.later)
            try ledger.settle("B1", in: id, by: "account:4", reason: "nothing there", at: Self.later)
        }
        let settled = try await sample.records.read { try $0.disagreements(of: run) }[0].settled
        #expect(settled?.by == "account:3" && settled?.reason == "the sheet says 7" && settled?.at == Self.later)
        let quality = try await sample.records.read { try $0.entryQuality() }
        #expect(quality == EntryQuality(keyed: 1, keyedTwice: 1, itemsCompared: 20, disagreements: 2, open: 1))
        let heads = try await sample.records.read { try $0.sheetHeads(on: run) }
        #expect(
            heads.map(\.isKeyedTwice) == [true] && heads[0].openDisagreements == 1 && heads[0].keyedBy == "account:1"
        )
        #expect(try await sample.records.read { try $0.entryQuality(of: ID(rawValue: 99)) }.keyed == 0)
    }

    @Test("what is known about asking comes back in the order noted")
    func waveEvents() async throws {
        let sample = try await SampleRecords()
        let (booking, _) = try await sheet(sample)
        let day = try #require(CalendarDate("2026-10-01"))
        let events = [WaveEvent.Kind.link, .unreachable, .takenBack, .refused].map {
            WaveEvent(wave: .followUp(months: 3), kind: $0, day: day)
        }
        try await sample.change { ledger in
            for event in events {
                let reason = event.kind == .refused ? "moved away" : nil
                try ledger.insert(event, of: booking, by: "account:2", reason: reason, at: Self.later)
            }
        }
        let noted = try await sample.records.read { try $0.waveEvents(of: booking) }
        #expect(noted.map(\.event) == events && noted.map(\.reason) == [nil, nil, nil, "moved away"])
        let all = try await sample.records.read { (try $0.waveEvents(on: nil), try $0.answeredDays(on: nil)) }
        #expect(Array(all.0.values) == [events] && all.1.values.map(\.count) == [1])
    }
}
