public import Programme

/// A course with what a trainer teaches it from.
public struct CourseBook: Hashable, Sendable {
    /// The course itself, the part a run freezes.
    public let course: Course
    /// One plan a module, in order.
    public let plans: [SessionPlan]
    /// The scenes practised in it, in the order of the modules that use them.
    public let rolePlays: [RolePlay]
    /// What people write on or keep, in order of file name.
    public let handouts: [CourseText]
    /// How to prepare and run it, for trainers; nil when there is none.
    public let guide: CourseText?
    /// The folder of the material, as a path from the content folder.
    public let folder: String

    /// The plan of a module, or nil.
    public func plan(ofModule number: Int) -> SessionPlan? { plans.first { $0.module == number } }
}

/// A Markdown text beside a course: a hand-out or the trainer's guide.
public struct CourseText: Hashable, Sendable {
    /// Its first heading.
    public let title: String
    /// The file, as a path from the content folder.
    public let file: String
    /// The whole text, first heading included.
    public let markdown: String
}

/// How one module is taught, as Markdown that a trainer reads and edits.
public struct SessionPlan: Hashable, Sendable {
    /// One row of the timing table.
    public struct Step: Hashable, Sendable {
        /// Minutes after the module's start at which it begins.
        public let start: Int
        /// Minutes after the module's start at which it ends.
        public let end: Int
        /// What happens.
        public let text: String
    }

    /// The module's number.
    public let module: Int
    /// The file, as a path from the content folder.
    public let file: String
    /// The whole text. Words to read aloud are block quotes (lines that begin with `>`).
    public let markdown: String
    /// The timing table's rows; together they fill the module's minutes without a gap.
    public let steps: [Step]
}
