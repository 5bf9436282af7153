import Programme

/// What is wrong with a form, field by field, in the order of the fields.
struct FormErrors: Sendable {
    private(set) var items: [(field: String?, text: String)] = []

    /// Whether nothing is wrong.
    var isEmpty: Bool { items.isEmpty }

    /// The sentence for a field.
    subscript(_ field: String) -> String? { items.first { $0.field == field }?.text }

    /// Notes a sentence; without a field it stands for the whole form.
    mutating func note(_ text: String, on field: String? = nil) { items.append((field, text)) }

    /// Reads a field, or notes the refusal it throws.
    mutating func read<Value>(_ field: String, _ body: () throws -> Value) rethrows -> Value? {
        do {
            return try body()
        } catch let refusal as any Refusal {
            note(refusal.description, on: field)
            return nil
        }
    }

    /// The list above the form; `anchors` says where a field is when its id is not its name.
    func summary(anchors: [String: String] = [:]) -> ErrorSummary? {
        guard !isEmpty else { return nil }
        return ErrorSummary(
            items: items.map { item in
                ErrorSummary.Item(address: item.field.map { "#" + (anchors[$0] ?? $0) }, text: item.text)
            }
        )
    }
}
