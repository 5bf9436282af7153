import Programme
import Yams

/// The entries of a YAML mapping.
struct YAMLMapping {
    private let entries: [(key: String, line: Int, node: Node)]
    /// The value that is this mapping, for its name and place.
    let owner: YAMLValue

    init(mapping: Node.Mapping, owner: YAMLValue) {
        self.owner = owner
        entries = mapping.map { key, node in
            (key.scalar?.string ?? "", key.mark?.line ?? owner.line, node)
        }
    }

    /// The keys as written, in order.
    var keys: [String] { entries.map(\.key) }

    /// The line of a key; the mapping's own when it has none such.
    func line(ofKey key: String) -> Int { entries.first { $0.key == key }?.line ?? owner.line }

    /// Every value with its key, in order.
    var values: [(key: String, value: YAMLValue)] {
        entries.map { entry in (entry.key, value(entry)) }
    }

    /// The value of a key that need not be there; a key with nothing behind it counts as absent.
    func optional(_ key: String) -> YAMLValue? {
        guard let entry = entries.first(where: { $0.key == key }) else { return nil }
        let value = value(entry)
        return value.isNothing ? nil : value
    }

    /// The value of a key; a fault when it is absent or has nothing behind it.
    func required(_ key: String) -> YAMLValue? {
        guard let value = optional(key) else {
            owner.log.add("\"\(key)\" is missing from \(owner.name).", in: owner.file, line: line(ofKey: key))
            return nil
        }
        return value
    }

    /// Required text.
    func text(_ key: String) -> String? { required(key)?.text() }

    /// A required whole number in a range.
    func integer(_ key: String, in range: ClosedRange<Int>) -> Int? { required(key)?.integer(in: range) }

    /// A required code of small letters, digits and hyphens.
    func code(_ key: String) -> String? { required(key)?.code() }

    /// The members of a required sequence; empty, with a fault noted, when there is none.
    func sequence(_ key: String) -> [YAMLValue] { required(key)?.sequence() ?? [] }

    /// The members of a sequence that need not be there.
    func optionalSequence(_ key: String) -> [YAMLValue] { optional(key)?.sequence() ?? [] }

    /// A required list of texts.
    func texts(_ key: String) -> [String] { sequence(key).compactMap { $0.text() } }

    /// A list of texts that need not be there.
    func optionalTexts(_ key: String) -> [String] { optionalSequence(key).compactMap { $0.text() } }

    private func value(_ entry: (key: String, line: Int, node: Node)) -> YAMLValue {
        YAMLValue(node: entry.node, name: entry.key, file: owner.file, line: entry.line, log: owner.log)
    }
}
