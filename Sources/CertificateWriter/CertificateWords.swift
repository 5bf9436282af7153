import Programme

/// Dates, times and lists in the words of a language: English, or Welsh for tags that begin with `cy`.
struct CertificateWords {
    private let isWelsh: Bool

    init(language: String) { isWelsh = language.lowercased().prefix { $0 != "-" } == "cy" }

    /// `21 November 2026`, `21 Tachwedd 2026`.
    func date(_ date: CalendarDate) -> String { "\(date.day) \(month(date)) \(date.year)" }

    /// One day, or several with what they share said once: `14 and 21 November 2026`.
    func dates(_ dates: [CalendarDate]) -> String {
        guard let last = dates.last else { return "" }
        let parts = dates.dropLast().map { day in
            if day.monthOfYear == last.monthOfYear { return "\(day.day)" }
            return day.year == last.year ? "\(day.day) \(month(day))" : date(day)
        }
        return list(parts + [date(last)])
    }

    /// `5 hours 45 minutes`, `5 awr 45 munud`.
    func duration(minutes total: Int) -> String {
        let (hours, minutes) = total.quotientAndRemainder(dividingBy: 60)
        var parts: [String] = []
        if hours > 0 { parts.append(isWelsh ? "\(hours) awr" : hours == 1 ? "1 hour" : "\(hours) hours") }
        if minutes > 0 || hours == 0 {
            parts.append(isWelsh ? "\(minutes) munud" : minutes == 1 ? "1 minute" : "\(minutes) minutes")
        }
        return parts.joined(separator: " ")
    }

    /// `A, B and C`; in Welsh `a`, before a vowel `ac`.
    func list(_ parts: [String]) -> String {
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
        let joint = isWelsh ? (beginsWithVowel(last) ? "ac" : "a") : "and"
        return parts.dropLast().joined(separator: ", ") + " \(joint) " + last
    }

    private func month(_ date: CalendarDate) -> String {
        (isWelsh ? Self.welshMonths : Self.englishMonths)[date.month - 1]
    }

    /// By sound: 1, 8 and 11 to 19 are un, wyth and un deg …
    private func beginsWithVowel(_ text: String) -> Bool {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        if let number = Int(digits) { return number == 1 || number == 8 || (11...19).contains(number) }
        return text.first.map { "aeiouwyâêîôûŵŷ".contains($0.lowercased()) } ?? false
    }

    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    private static let welshMonths = [
        "Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin", "Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd",
        "Rhagfyr",
    ]
}
