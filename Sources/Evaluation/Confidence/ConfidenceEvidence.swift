/// What stands beside the scored answers: what the office knows and the survey's questions that are no scores.
public struct ConfidenceEvidence: Hashable, Sendable {
    /// Safe choices: without them not falling, success is never claimed.
    public var guardAnswers: [GuardAnswer]
    /// Whose turn it was and what became of it; nil takes everybody in the answers as due.
    public var flow: SurveyFlow?
    /// Scores for "this morning"; empty looks for items called like another with `-then` behind it.
    public var thenAnswers: [ThenAnswer]
    /// What people said about using the course.
    public var skills: [SkillAnswer]
    /// What was told that calls for safeguarding, counted.
    public var events: [SafetyEvent]
    /// What was declared beforehand.
    public var plan: DeclaredPlan?

    /// Evidence; empty unless given.
    public init(
        guardAnswers: [GuardAnswer] = [],
        flow: SurveyFlow? = nil,
        thenAnswers: [ThenAnswer] = [],
        skills: [SkillAnswer] = [],
        events: [SafetyEvent] = [],
        plan: DeclaredPlan? = nil
    ) {
        (self.guardAnswers, self.flow, self.thenAnswers) = (guardAnswers, flow, thenAnswers)
        (self.skills, self.events, self.plan) = (skills, events, plan)
    }
}
