import Programme
import TextLayout

/// Dates, times and lists in the words of a language: English, or Welsh for tags that begin with `cy`.
struct CertificateWords {
    private let isWelsh: Bool

    init(language: String) { isWelsh = language.lowercased().prefix { $0 != "-" } == "cy" }

    /// `21 November 2026`, `21 Tachwedd 2026`.
    func date(_ date: CalendarDate) -> String { "\(date.day) \(month(date)) \(date.year)" }

    /// One day, or several with month and year said once for those that share them: `14 and 21 November 2026`. A day given twice
    /// counts once.
    func dates(_ dates: [CalendarDate]) -> String {
        let years = dates.sorted().eachOnce.split { $0.year != $1.year }
        return list(
            years.map { year in
                let months = year.split { $0.month != $1.month }.map { days in
                    list(days.map { String($0.day) }) + " " + month(days[0])
                }
                return "\(list(months)) \(year[0].year)"
            }
        )
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
        let text = text.withoutIsolates
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

extension Array where Element: Hashable {
    /// The elements without those that are equal to an earlier one.
    var eachOnce: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }

    /// Stretches of neighbours, a new one wherever two differ; none is empty.
    fileprivate func split(where differ: (Element, Element) -> Bool) -> [[Element]] {
        var parts: [[Element]] = []
        for element in self {
            if let last = parts.last?.last, !differ(last, element) {
                parts[parts.count - 1].append(element)
            } else {
                parts.append([element])
            }
        }
        return parts
    }
}
