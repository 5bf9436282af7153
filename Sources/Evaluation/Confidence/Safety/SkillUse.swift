public import Programme
import Statistics

/// What one person said about using the course in one wave.
public struct SkillAnswer: Hashable, Sendable {
    /// The person's reference.
    public var attendee: String
    /// The wave.
    public var wave: Wave
    /// Whether they faced a situation like those practised; nil when not answered.
    public var faced: Bool?
    /// Whether they used something from the course, walking away and choosing not to act included; nil when not answered.
    public var used: Bool?

    /// An answer.
    public init(attendee: String, wave: Wave, faced: Bool?, used: Bool?) {
        (self.attendee, self.wave, self.faced, self.used) = (attendee, wave, faced, used)
    }
}

/// How many used what they had learnt in one wave, of three denominators: who answered, who faced a situation, who attended.
public struct SkillUse: Hashable, Sendable {
    /// The wave.
    public let wave: Wave
    /// People who used something.
    public internal(set) var used: Int?
    /// Of these, people who had faced a situation.
    public internal(set) var usedWhenFaced: Int?
    /// People who answered whether they used something.
    public internal(set) var answered: Int?
    /// People who faced a situation.
    public internal(set) var faced: Int?
    /// People who attended.
    public internal(set) var attended: Int?
    /// Wilson's 95 % interval of those who answered.
    public internal(set) var shareOfAnswered: ClosedRange<Double>?
    /// Wilson's 95 % interval of those who faced a situation.
    public internal(set) var shareOfFaced: ClosedRange<Double>?
    /// Wilson's 95 % interval of those who attended, everybody else counted as not having used anything.
    public internal(set) var shareOfAttended: ClosedRange<Double>?
    /// Why numbers are missing.
    public internal(set) var why: String?

    /// Every wave with answers, in order of time.
    static func all(_ answers: [SkillAnswer], attended: Int) -> [SkillUse] {
        Dictionary(grouping: answers, by: \.wave).sorted { $0.key < $1.key }.map { SkillUse($0, $1, attended) }
    }

    private init(_ wave: Wave, _ answers: [SkillAnswer], _ attended: Int) {
        self.wave = wave
        self.attended = attended
        let users = answers.count { $0.used == true }
        let told = answers.count { $0.used != nil }, faced = answers.count { $0.faced == true }
        let usersFacing = answers.count { $0.faced == true && $0.used == true }
        (used, usedWhenFaced, answered, self.faced) = (users, usersFacing, told, faced)
        shareOfAnswered = try? wilsonInterval(successes: users, trials: told)
        shareOfFaced = try? wilsonInterval(successes: usersFacing, trials: faced)
        shareOfAttended = try? wilsonInterval(successes: users, trials: attended)
        if told == 0 || faced == 0 { why = told == 0 ? "no one answered" : "no one faced a situation" }
    }

    /// Hides every count when one of them tells about fewer than `least` people.
    mutating func suppress(below least: Int) {
        let counts = [used, usedWhenFaced, faced, answered].compactMap { $0 }
        let rest = [(answered ?? 0) - (used ?? 0), (faced ?? 0) - (usedWhenFaced ?? 0)]
        guard (counts + rest).contains(where: { (1..<least).contains($0) }) else { return }
        (used, usedWhenFaced, answered, faced) = (nil, nil, nil, nil)
        (shareOfAnswered, shareOfFaced, shareOfAttended) = (nil, nil, nil)
        why = "suppressed: a part has fewer than \(least) people"
    }
}

/// Something that calls for safeguarding, such as somebody threatened or hurt: how many told of it, in one wave.
public struct SafetyEvent: Hashable, Sendable {
    /// The wave.
    public let wave: Wave
    /// The item's code.
    public let item: String
    /// The answer.
    public let answer: String
    /// The people; nil when suppressed.
    public internal(set) var people: Int?

    /// A count.
    public init(wave: Wave, item: String, answer: String, people: Int) {
        (self.wave, self.item, self.answer, self.people) = (wave, item, answer, people)
    }
}
