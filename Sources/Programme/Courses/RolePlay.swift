/// A scene practised in threes, with a rule that stops it.
public struct RolePlay: Hashable, Sendable, Codable {
    /// One of the three parts.
    public struct Part: Hashable, Sendable, Codable {
        /// Who it is: speaker, other or watcher.
        public var role: Role
        /// The words on the card, spoken to the person who plays the part.
        public var card: String

        /// A part.
        public init(role: Role, card: String) { (self.role, self.card) = (role, card) }
    }

    /// The three parts; every scene has each of them once.
    public enum Role: String, Hashable, Sendable, Codable, CaseIterable {
        /// Practises what the course teaches.
        case speaker
        /// Plays the person whose behaviour bothers.
        case other
        /// Watches for safety, keeps the time and may stop the scene.
        case watcher
    }

    /// The short name, for example `shop-counter`.
    public var code: String
    /// The title on the card.
    public var title: String
    /// Whom the scene is written for, for example "Shop and bar staff".
    public var audience: String
    /// Where and when, read to all three.
    public var setting: String
    /// How long one round lasts, in minutes.
    public var minutes: Int
    /// The three parts.
    public var parts: [Part]
    /// When the scene stops, read out before it begins.
    public var stopRule: String
    /// How everybody gets out of their part before talking.
    public var outOfRole: String
    /// What the three talk about afterwards.
    public var debrief: [String]

    /// A scene.
    public init(
        code: String,
        title: String,
        audience: String,
        setting: String,
        minutes: Int,
        parts: [Part],
        stopRule: String,
        outOfRole: String,
        debrief: [String]
    ) {
        self.code = code
        self.title = title
        self.audience = audience
        self.setting = setting
        self.minutes = minutes
        self.parts = parts
        self.stopRule = stopRule
        self.outOfRole = outOfRole
        self.debrief = debrief
    }
}
