import Programme

/// What stands beside the scored answers: what the office knows and the survey's questions that are no scores.
public struct ConfidenceEvidence: Hashable, Sendable {
    /// Safe choices: without them not falling, success is never claimed.
    public var guardAnswers: [GuardAnswer]
    /// Whose turn it was and what became of it; nil takes everybody in the answers as due.
    public var flow: SurveyFlow?

    /// Evidence; empty unless given.
    public init(guardAnswers: [GuardAnswer] = [], flow: SurveyFlow? = nil) {
        (self.guardAnswers, self.flow) = (guardAnswers, flow)
    }
}
