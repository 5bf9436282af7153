public import Evaluation
public import Programme

extension Office {
    /// Tells before anybody is trained whether a plan could ever show fewer calls.
    public func dilution(_ plan: DilutionPlan, by actor: Actor) throws -> DilutionFindings {
        try actor.require(.planned)
        return try DilutionFindings(evaluating: plan)
    }
}
