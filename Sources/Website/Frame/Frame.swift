import Programme

/// What stands around every page, as finished text.
struct Frame: Sendable {
    /// The window's title.
    let title: String
    /// Whether the people on record are made up.
    let isDemonstration: Bool
    /// Whether this is a page for staff.
    let isStaff: Bool
    /// Who is signed in.
    let account: Badge?
    /// The links at the top.
    let navigation: [Link]
    /// The stylesheet's address.
    let styles: String
    /// The address of the page's script.
    let script: String?
    /// The hidden field of every form.
    let formToken: String
    /// The same thing as a command.
    let terminal: Terminal?
    /// Whether the page offers a way to leave it at once.
    let hasQuickExit: Bool
    /// What is wrong with a form.
    let summary: ErrorSummary?
    /// What has just been done.
    let notice: String?

    /// Who is signed in.
    struct Badge: Sendable {
        let name: String
        let role: String
    }

    /// A link at the top.
    struct Link: Sendable {
        let label: String
        let address: String
        let isCurrent: Bool
    }

    /// The box at the end of a page.
    struct Terminal: Sendable {
        let commands: [String]
        let isOpen: Bool
    }
}

/// What is wrong with a form, each with a link to its field.
struct ErrorSummary: Sendable {
    struct Item: Sendable {
        let address: String?
        let text: String
    }
    let items: [Item]
}

/// A page: what is around it and what is on it.
struct Page<Content: Sendable>: Sendable {
    let frame: Frame
    let page: Content
}
