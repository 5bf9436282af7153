public import ArgumentParser
public import Programme

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
