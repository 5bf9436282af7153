public import Programme

extension Reader {
    /// The waves each booking has answered, by the booking's code.
    public func wavesAnswered() throws -> [String: Set<Wave>] {
        try connection.rows(
            "SELECT booking.reference, response.wave FROM response JOIN booking ON booking.id = response.booking"
        ).reduce(into: [:]) { waves, row in
            guard let wave = Wave(name: try row.text("wave")) else { return }
            waves[try row.text("reference"), default: []].insert(wave)
        }
    }
}
