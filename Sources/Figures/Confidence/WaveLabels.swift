public import Programme

/// Waves as words beside drawings and in tables.
public enum WaveLabels {
    /// As a column's heading: `Before`, `3 months later`.
    public static func heading(_ wave: Wave) -> String {
        let words = when(wave)
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    /// As a heading where there is little room: `3 months`.
    static func short(_ wave: Wave) -> String {
        switch wave {
        case .booking: "Booking"
        case .pre, .post: heading(wave)
        case .firstFollowUp: "Follow-up"
        case .followUp(let months): "\(months) month\(months == 1 ? "" : "s")"
        }
    }

    /// Within a sentence: `before`, `at follow-up`.
    public static func when(_ wave: Wave) -> String {
        switch wave {
        case .booking: "at booking"
        case .pre: "before"
        case .post: "after"
        case .firstFollowUp: "at follow-up"
        case .followUp(let months): "\(months) month\(months == 1 ? "" : "s") later"
        }
    }
}
