public import Evaluation
public import Programme

extension Office {
    /// Tells before anybody is trained whether a plan could ever show fewer calls.
    public func dilution(_ plan: DilutionPlan, by actor: Actor) throws -> DilutionFindings {
        try actor.require(.planned)
        return try DilutionFindings(evaluating: plan)
    }
}

extension Office {
    /// Tells before anybody is trained what a comparison could see; with counts on record the actor must be one who may see
    /// them.
    public func power(_ plan: PowerPlan, by actor: Actor) throws -> PowerFindings {
        try actor.require(.planned)
        return try PowerFindings(evaluating: plan)
    }
}
