/// Something that is known about asking a person in a wave.
public struct WaveEvent: Hashable, Sendable {
    /// What happened.
    public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
        /// A survey link was made for the person while the wave was open.
        case link
        /// The link was opened while the wave was open.
        case opened
        /// Staff reached the person, on the telephone or face to face.
        case reached
        /// The person said no to this wave.
        case refused
        /// The person could not be reached: an address or number that does not work, or nobody answers.
        case unreachable
        /// The person no longer takes part in the surveys, from this wave on.
        case withdrawn
        /// What was noted before was a mistake.
        case takenBack = "taken-back"

        /// What staff may note.
        public static let byStaff: [Kind] = [.reached, .refused, .unreachable, .withdrawn, .takenBack]
    }

    /// The wave.
    public var wave: Wave
    /// What happened.
    public var kind: Kind
    /// On which day.
    public var day: CalendarDate

    /// An event.
    public init(wave: Wave, kind: Kind, day: CalendarDate) { (self.wave, self.kind, self.day) = (wave, kind, day) }
}

extension [WaveEvent] {
    /// What is known of a person who has not answered a wave; nil when nothing is. The events are in the order in which they
    /// were noted.
    ///
    /// The latest word counts. A link that is made says nothing against what is known; one that is opened ends "unreachable".
    /// Whoever withdrew in an earlier wave is withdrawn from all later ones.
    public func standing(in wave: Wave) -> WaveEvent.Kind? {
        let earlier = Set(map(\.wave)).filter { $0 < wave }
        if earlier.contains(where: { own(in: $0) == .withdrawn }) { return .withdrawn }
        switch own(in: wave) {
        case .link?, .opened?, .reached?: return .reached
        case let known: return known
        }
    }

    private func own(in wave: Wave) -> WaveEvent.Kind? {
        reduce(nil) { known, event in
            guard event.wave == wave else { return known }
            switch (known, event.kind) {
            case (_, .takenBack): return nil
            case (let known?, .link): return known
            case (.refused?, .opened), (.withdrawn?, .opened): return known
            case (_, let kind): return kind
            }
        }
    }
}
