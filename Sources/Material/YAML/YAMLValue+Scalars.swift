import Programme

extension YAMLValue {
    /// A whole number in a range.
    func integer(in range: ClosedRange<Int>) -> Int? {
        guard let text = text() else { return nil }
        guard let number = Int(text), range.contains(number) else {
            let expected = range.upperBound == .max ? "of \(range.lowerBound) or more" : words(range)
            fault("\(name) is \"\(text)\"; a whole number \(expected) is expected.")
            return nil
        }
        return number
    }

    /// A number in a range, with a point for decimals.
    func number(in range: ClosedRange<Double>) -> Double? {
        guard let text = text() else { return nil }
        guard let number = Double(text), range.contains(number) else {
            let hasUnit = text.first?.isNumber == true && text.last?.isLetter == true && Double(text) == nil
            let unit = hasUnit ? " Leave the unit out." : text.contains(",") ? " Write a point for decimals." : ""
            fault("\(name) is \"\(text)\"; a number \(words(range)) is expected.\(unit)")
            return nil
        }
        return number
    }

    /// `true`/`yes` or `false`/`no`.
    func boolean() -> Bool? {
        guard let text = text() else { return nil }
        switch text {
        case "true", "yes": return true
        case "false", "no": return false
        default:
            fault("\(name) is \"\(text)\"; yes or no is expected.")
            return nil
        }
    }

    /// A day, `YYYY-MM-DD`.
    func date() -> CalendarDate? {
        read("a date like 2026-03-31") { CalendarDate($0) }
    }

    /// A month, `YYYY-MM`.
    func month() -> Month? {
        read("a month like 2026-03") { Month($0) }
    }

    /// A time of day, `HH:MM`.
    func wallTime() -> WallTime? {
        read("a time like 09:15") { WallTime($0) }
    }

    /// A short name for files, addresses and the command line: lower-case letters, digits and single hyphens.
    func code() -> String? {
        read("a code of small letters, digits and single hyphens, like talking-with-neighbours,") { text in
            let parts = text.split(separator: "-", omittingEmptySubsequences: false)
            let good = parts.allSatisfy { part in
                !part.isEmpty && part.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
            }
            return good && text.count <= 60 ? text : nil
        }
    }

    /// One of a few words; another word is a fault that suggests the nearest.
    func word(among words: [String]) -> String? {
        guard let text = text() else { return nil }
        guard words.contains(text) else {
            let nearest = NearestSpelling.suggestion(for: text, among: words)
            fault("\(name) is \"\(text)\"; it must be one of \(words.joined(separator: ", ")).\(nearest)")
            return nil
        }
        return text
    }

    /// Text that `parse` understands; `expected` ends the fault's sentence otherwise.
    func read<Value>(_ expected: String, _ parse: (String) -> Value?) -> Value? {
        guard let text = text() else { return nil }
        guard let value = parse(text) else {
            fault("\(name) is \"\(text)\"; \(expected) is expected.")
            return nil
        }
        return value
    }

    private func words<Bound>(_ range: ClosedRange<Bound>) -> String {
        let bounds = [range.lowerBound, range.upperBound].map { bound in
            let text = "\(bound)"
            return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
        }
        return "from \(bounds[0]) to \(bounds[1])"
    }
}
