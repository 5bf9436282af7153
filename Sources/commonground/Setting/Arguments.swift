public import ArgumentParser
public import Evaluation
public import Programme
public import Records

extension ID: ExpressibleByArgument {
    /// A positive whole number.
    public init?(argument: String) { self.init(argument) }
}

extension CalendarDate: ExpressibleByArgument {
    /// `YYYY-MM-DD`.
    public init?(argument: String) { self.init(argument) }
}

extension LocalDateTime: ExpressibleByArgument {
    /// `YYYY-MM-DDTHH:MM`.
    public init?(argument: String) { self.init(argument) }
}

extension RunState: ExpressibleByArgument {}
extension ConsentPurpose: ExpressibleByArgument {}

extension Quarter: ExpressibleByArgument {
    /// `2026-27 Q1`.
    public init?(argument: String) { self.init(argument) }
}

extension Wave: ExpressibleByArgument {
    /// `booking`, `pre`, `post`, `followup` or `followup-N`.
    public init?(argument: String) { self.init(name: argument) }
}

extension AnswerMode: ExpressibleByArgument {}
extension PowerPlan.Method: ExpressibleByArgument {}

extension WaveEvent.Kind: ExpressibleByArgument {
    /// The word staff give.
    public init?(argument: String) {
        guard let kind = Self(rawValue: argument), Self.byStaff.contains(kind) else { return nil }
        self = kind
    }

    /// The words staff may give.
    public static var allValueStrings: [String] { byStaff.map(\.rawValue) }
}
