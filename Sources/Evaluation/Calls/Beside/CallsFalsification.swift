public import Programme

/// Analyses in which the course cannot show: what they find is a measure of what the method finds by itself.
public struct CallsFalsification: Hashable, Sendable {
    /// Starts that were none, in the months before the real one.
    public struct PlaceboDates: Hashable, Sendable {
        /// One pretended start.
        public struct Dated: Hashable, Sendable {
            /// How many months before the real start, in every treated area.
            public let monthsEarlier: Int
            /// The pretended start; nil when areas started in different months.
            public let start: Month?
            /// The effect it would have had.
            public let effect: CallsEstimate
        }

        /// The dates from the earliest; empty when small counts could be worked out from them.
        public internal(set) var dates: [Dated] = []
        /// The dates at which an effect could be estimated.
        public internal(set) var estimated = 0
        /// Those with an effect as far from none as the real one.
        public internal(set) var asLarge: Int?
        /// Those with p below 0.05; about one in twenty by chance alone.
        public internal(set) var significant = 0
        /// Why numbers are missing.
        public internal(set) var why: String?

        /// The share of placebo effects as large as the real one.
        public var share: Double? { asLarge.map { Double($0) / Double(estimated) } }
    }

    /// The same analysis of a category the course cannot touch.
    public struct Unaffected: Hashable, Sendable {
        /// The category, or the file it came from.
        public let name: String
        /// Its effect: a clear one is a warning.
        public let effect: CallsEstimate
    }

    /// The effect without one area.
    public struct WithoutArea: Hashable, Sendable {
        /// The area left out.
        public let area: String
        /// Whether it is a treated one.
        public let isTreated: Bool
        /// The effect without it.
        public let effect: CallsEstimate
    }

    /// The ring of areas beside treated ones.
    public struct Neighbours: Hashable, Sendable {
        /// The areas.
        public let areas: [String]
        /// The effect with them left out of the comparison; nil when the method compares with nothing.
        public let without: CallsEstimate?
        /// Their own change from the same month on, as if they had had the course.
        public let own: CallsEstimate
    }

    /// Pretended starts.
    public internal(set) var placeboDates: PlaceboDates
    /// A category the course cannot touch; nil when none was given.
    public internal(set) var unaffected: Unaffected?
    /// The effect without each area; empty with one treated area and nothing to compare with.
    public internal(set) var dropOne: [WithoutArea]
    /// Why ``dropOne`` is empty or partial.
    public internal(set) var dropOneWhy: String?
    /// The neighbouring areas; nil when the design names none.
    public internal(set) var neighbours: Neighbours?
}

extension CallsFalsification {
    var json: JSONValue {
        let head: JSONValue = ["placebo_dates": placeboDates.json]
        let dropped = JSONValue.object([
            JSONMember(
                "effects",
                .array(
                    dropOne.map { one in
                        .object(
                            [
                                JSONMember("area", .string(one.area)), JSONMember("treated", .bool(one.isTreated)),
                            ] + one.effect.members
                        )
                    }
                )
            )
        ])
        .adding(dropOneWhy.map { [JSONMember("why", .string($0))] } ?? [])
        return head.adding(
            unaffected.map {
                [
                    JSONMember(
                        "unaffected_category",
                        .object([JSONMember("name", .string($0.name))] + $0.effect.members)
                    )
                ]
            } ?? []
        )
        .adding([JSONMember("drop_one_area", dropped)])
        .adding(
            neighbours.map { ring in
                let areas: JSONValue = ["areas": .array(ring.areas.map(JSONValue.string))]
                return [
                    JSONMember(
                        "neighbours",
                        areas.adding(ring.without.map { [JSONMember("without", $0.json)] } ?? [])
                            .adding([JSONMember("own", ring.own.json)])
                    )
                ]
            } ?? []
        )
    }
}

extension CallsFalsification.PlaceboDates {
    fileprivate var json: JSONValue {
        let numbers: JSONValue = [
            "estimated": .integer(estimated), "as_large": .count(asLarge), "share_as_large": .number(share),
            "significant": .integer(significant),
            "dates": .array(
                dates.map { date in
                    .object(
                        [JSONMember("months_earlier", .integer(date.monthsEarlier))]
                            + (date.start.map { [JSONMember("start", .string($0.description))] } ?? [])
                            + date.effect.members
                    )
                }
            ),
        ]
        let reason = why ?? (asLarge == nil ? "there is no effect to compare with" : nil)
        return numbers.adding(reason.map { [JSONMember("why", .string($0))] } ?? [])
    }
}
