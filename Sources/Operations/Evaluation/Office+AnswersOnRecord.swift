public import Evaluation
public import Programme
public import Records

/// What a report needs beside the findings.
public struct AnswersOnRecord: Sendable {
    /// Every scored answer, by booking, wave and item.
    public let answers: [ResponseRecord]
    /// People who booked a course that has begun.
    public let booked: BookingTally
    /// The questions' words and the groups' names.
    public let names: SurveyNames
}

extension Office {
    /// The answers behind ``confidence(suppressBelow:bootstrap:by:)`` with the words that people read in place of codes.
    public func answersOnRecord(by actor: Actor) async throws -> AnswersOnRecord {
        try actor.require(.evaluated)
        let today = try today()
        return try await records.read { reader in
            AnswersOnRecord(
                answers: try reader.responseRecords(),
                booked: try reader.bookingTally(until: today),
                names: try surveyNames(reader)
            )
        }
    }

    /// The questions' words and the groups' names, and how many people booked, without reading any answer.
    public func surveyNames(by actor: Actor) async throws -> (names: SurveyNames, booked: BookingTally) {
        try actor.require(.evaluated)
        let today = try today()
        return try await records.read { reader in
            (names: try surveyNames(reader), booked: try reader.bookingTally(until: today))
        }
    }

    /// The number of the last change on record that can move a finding: findings stay as they are while it and the day do.
    public func latestChange(by actor: Actor) async throws -> Int {
        try actor.require(.evaluated)
        return try await records.read { reader in try reader.latestChange() }
    }

    private func surveyNames(_ reader: Reader) throws -> SurveyNames {
        let people = try reader.participations()
        let instrument = try reader.commonestInstrument(of: people)
        let items = (instrument?.items ?? []).map { ($0.code, $0.text) }
        let areas = Set(people.map(\.area)).map { ($0, areaName($0)) }
        let roles = CommunityRole.allCases.map { ($0.rawValue, $0.label) }
        return SurveyNames(
            items: Dictionary(items) { first, _ in first },
            groups: [
                .area: Dictionary(uniqueKeysWithValues: areas), .category: Dictionary(uniqueKeysWithValues: roles),
            ]
        )
    }
}
