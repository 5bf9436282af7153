import Programme

/// Reads `bank-holidays.yaml`.
enum BankHolidayReader {
    static func read(_ root: YAMLValue) -> BankHolidays? {
        guard let top = root.mapping(keys: ProvenanceReader.keys + ["days"]) else { return nil }
        var seen: Set<CalendarDate> = []
        let days = top.sequence("days").compactMap { entry -> BankHolidays.Day? in
            guard let mapping = entry.mapping(keys: ["date", "name"]) else { return nil }
            guard let date = mapping.required("date")?.date(), let name = mapping.text("name") else { return nil }
            if !seen.insert(date).inserted { entry.fault("\(date) is listed twice.") }
            if date.weekday > 5 { entry.fault("\(date) is at a weekend; list the substitute day instead.") }
            return BankHolidays.Day(date: date, name: name)
        }
        return BankHolidays(days: days, provenance: ProvenanceReader(fileLevel: top).provenance(of: top))
    }
}
