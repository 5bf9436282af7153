import ArgumentParser
import Evaluation

/// What one trained person is assumed to do to calls; the figures are the pilot's until they are overwritten.
struct TrainingOptions: ParsableArguments {
    @Option(help: "Share of calls that could be prevented, 0 to 1.") var preventable = 1.0
    @Option(help: "Share of those that a trained person prevents, 0 to 1.") var effect = 0.3
    @Option(help: "Share of the trained who each spare calls, 0 to 1; default two thirds.") var sparingShare: Double?
    @Option(help: "Calls a year each of them spares.") var callsSpared = 1.0
    @Option(help: "Share of the trained who are frequent callers, 0 to 1; default two ninths.") var callerShare: Double?
    @Option(help: "Calls a year each of them makes.") var callsEach = 12.0
    @Option(help: "Share of these that training spares; default --effect.") var callerEffect: Double?

    var training: TrainingEffect {
        TrainingEffect(
            preventable: preventable,
            effect: effect,
            sparingShare: sparingShare ?? 2.0 / 3,
            callsSpared: callsSpared,
            callerShare: callerShare ?? 2.0 / 9,
            callsEach: callsEach,
            callerEffect: callerEffect ?? effect
        )
    }
}
