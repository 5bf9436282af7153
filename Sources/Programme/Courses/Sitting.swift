/// One stretch of a course on one day, from door to door.
///
/// Times are minutes after the sitting's start, so that a run may begin at another hour than the usual one.
public struct Sitting: Hashable, Sendable, Codable {
    /// What it is called when there is more than one, for example "First evening".
    public var title: String
    /// When it usually begins; a run says its own time.
    public var usualStart: WallTime
    /// What happens, in order, without gaps.
    public var agenda: [AgendaEntry]

    /// A sitting.
    public init(title: String, usualStart: WallTime, agenda: [AgendaEntry]) {
        (self.title, self.usualStart, self.agenda) = (title, usualStart, agenda)
    }

    /// How long it takes, in minutes, everything included.
    public var minutes: Int { agenda.last.map(\.end) ?? 0 }

    /// The numbers of the modules taught in it.
    public var modules: [Int] { agenda.compactMap(\.module) }

    /// Minutes of teaching a person was there for who came at `arrival` and went at `leaving`.
    /// - Parameters:
    ///   - arrival: Minutes after the start; 0 or less when on time.
    ///   - leaving: Minutes after the start; nil when they stayed to the end.
    /// - Returns: Minutes, 0 or more; breaks and surveys count nothing.
    public func contactMinutes(from arrival: Int = 0, to leaving: Int? = nil) -> Int {
        agenda.reduce(0) { sum, entry in
            guard entry.module != nil else { return sum }
            return sum + max(0, min(entry.end, leaving ?? entry.end) - max(entry.start, arrival))
        }
    }

    /// The modules a person was at from beginning to end who came at `arrival` and went at `leaving`, in minutes after the start.
    /// - Parameters:
    ///   - arrival: Minutes after the start; 0 or less when on time.
    ///   - leaving: Minutes after the start; nil when they stayed to the end.
    ///   - grace: Minutes of a module's beginning or end that may be missed and the module still counts.
    /// - Returns: The modules' numbers in order.
    public func wholeModules(from arrival: Int = 0, to leaving: Int? = nil, grace: Int = 0) -> [Int] {
        agenda.compactMap { entry in
            let there = entry.start + grace >= arrival && entry.end - grace <= leaving ?? entry.end
            return there ? entry.module : nil
        }
    }
}

/// One line of a sitting's agenda.
public struct AgendaEntry: Hashable, Sendable, Codable {
    /// What a line of the agenda can be.
    public enum Content: Hashable, Sendable, Codable {
        /// Teaching: the module with this number.
        case module(number: Int)
        /// Rest: a break or a meal.
        case pause(title: String)
        /// A survey, with signing in or saying goodbye around it.
        case survey(wave: Wave, title: String)
    }

    /// Minutes after the sitting's start.
    public var start: Int
    /// How long it takes, in minutes.
    public var minutes: Int
    /// What happens.
    public var content: Content

    /// A line of the agenda.
    public init(start: Int, minutes: Int, content: Content) {
        (self.start, self.minutes, self.content) = (start, minutes, content)
    }

    /// Minutes after the sitting's start at which the next line begins.
    public var end: Int { start + minutes }

    /// The module's number when this is teaching.
    public var module: Int? {
        if case .module(let number) = content { number } else { nil }
    }

    /// The wave when this is a survey.
    public var wave: Wave? {
        if case .survey(let wave, _) = content { wave } else { nil }
    }
}
