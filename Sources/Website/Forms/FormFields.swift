/// One line or several lines of text in a form.
struct TextField: Sendable {
    /// The name sent, which is also the element's id.
    let name: String
    let label: String
    var hint: String?
    var value = ""
    var error: String?
    /// The `type` of the input.
    var type = "text"
    var autocomplete: String?
    var inputMode: String?
    var isRequired = false
    /// Which width: `narrow`, `middle` or `wide`.
    var width = "wide"
    /// Whether the direction of writing follows what is typed.
    var isAnyScript = false
    var longest = 500
    /// The ids of hint and error, for `aria-describedby`.
    let describedBy: String?

    init(
        _ name: String,
        _ label: String,
        hint: String? = nil,
        value: String = "",
        error: String? = nil,
        type: String = "text",
        autocomplete: String? = nil,
        inputMode: String? = nil,
        isRequired: Bool = false,
        width: String = "wide",
        isAnyScript: Bool = false,
        longest: Int = 500
    ) {
        self.name = name
        self.label = label
        self.hint = hint
        self.value = value
        self.error = error
        self.type = type
        self.autocomplete = autocomplete
        self.inputMode = inputMode
        self.isRequired = isRequired
        self.width = width
        self.isAnyScript = isAnyScript
        self.longest = longest
        let ids = [hint.map { _ in "\(name)-hint" }, error.map { _ in "\(name)-error" }].compactMap(\.self)
        describedBy = ids.isEmpty ? nil : ids.joined(separator: " ")
    }
}

/// One of several to choose from.
struct Choice: Sendable {
    /// The element's id.
    let id: String
    let value: String
    let label: String
    let isChosen: Bool
}

/// A list, radio buttons or boxes.
struct ChoiceField: Sendable {
    let name: String
    let label: String
    let hint: String?
    let error: String?
    let choices: [Choice]
    let describedBy: String?
    /// The first choice's id, to which an error links.
    let first: String

    init(
        _ name: String,
        _ label: String,
        hint: String? = nil,
        error: String? = nil,
        chosen: Set<String>,
        from options: [(value: String, label: String)]
    ) {
        self.name = name
        self.label = label
        self.hint = hint
        self.error = error
        choices = options.enumerated().map { index, option in
            Choice(
                id: "\(name)-\(index + 1)",
                value: option.value,
                label: option.label,
                isChosen: chosen.contains(option.value)
            )
        }
        first = "\(name)-1"
        let ids = [hint.map { _ in "\(name)-hint" }, error.map { _ in "\(name)-error" }].compactMap(\.self)
        describedBy = ids.isEmpty ? nil : ids.joined(separator: " ")
    }
}
