import Programme
import Yams

/// One value of a YAML file that knows its place and what it is called.
///
/// An accessor that does not find what it asks for notes a fault and returns nil, so that a reader can go on and find
/// the next one. Scalars are read as written (`no` is the word "no", `09:15` is a time), never by YAML's guess.
struct YAMLValue {
    private let node: Node
    /// What the value is called in a fault, for example `minutes`.
    let name: String
    /// The path from the content folder.
    let file: String
    /// The line, from 1.
    let line: Int
    /// Takes the faults.
    let log: FaultLog

    init(node: Node, name: String, file: String, line: Int, log: FaultLog) {
        (self.node, self.name, self.file, self.log) = (node, name, file, log)
        self.line = node.mark?.line ?? line
    }

    /// The value under another name.
    func called(_ name: String) -> YAMLValue { YAMLValue(node: node, name: name, file: file, line: line, log: log) }

    /// Notes a fault at this value's line.
    func fault(_ message: String) { log.add(message, in: file, line: line) }

    /// The mapping's entries; a key outside `keys` is a fault that suggests the nearest.
    func mapping(keys: [String]) -> YAMLMapping? {
        guard let mapping = anyMapping() else { return nil }
        for key in mapping.keys where !keys.contains(key) {
            let line = mapping.line(ofKey: key)
            let nearest = NearestSpelling.suggestion(for: key, among: keys)
            let known = nearest.isEmpty ? " Known are \(keys.joined(separator: ", "))." : nearest
            log.add("\"\(key)\" is not a known key of \(name).\(known)", in: file, line: line)
        }
        return mapping
    }

    /// The mapping's entries, whatever its keys are.
    func anyMapping() -> YAMLMapping? {
        guard case .mapping(let mapping) = node else {
            fault("\(name) should be a list of keys with values (\"key: value\").")
            return nil
        }
        return YAMLMapping(mapping: mapping, owner: self)
    }

    /// The sequence's members, each called `name` with its place, from 1.
    func sequence() -> [YAMLValue]? {
        guard case .sequence(let sequence) = node else {
            fault("\(name) should be a list (lines that begin with \"- \", or [a, b]).")
            return nil
        }
        return sequence.enumerated().map { index, member in
            YAMLValue(node: member, name: "\(name) \(index + 1)", file: file, line: line, log: log)
        }
    }

    /// The scalar as written; an empty one is a fault.
    func text() -> String? {
        guard case .scalar(let scalar) = node else {
            fault("\(name) should be one piece of text.")
            return nil
        }
        let text = scalar.string.trimmed
        guard !text.isEmpty else {
            fault("\(name) is empty.")
            return nil
        }
        return text
    }

    /// The text as paragraphs separated by an empty line; line breaks within a paragraph become spaces.
    func paragraphs() -> String? {
        text()?.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).trimmed }
            .split(separator: "").map { $0.joined(separator: " ") }.joined(separator: "\n\n")
    }

    /// Whether the value is a list of keys with values; braces without quotes are read as one, too.
    var isMapping: Bool { if case .mapping = node { true } else { false } }

    /// Whether the value is written as nothing (`key:` or `key: null`).
    var isNothing: Bool {
        guard case .scalar(let scalar) = node, scalar.style == .plain || scalar.style == .any else { return false }
        return ["", "~", "null"].contains(scalar.string)
    }
}

extension String {
    /// Without white space at both ends.
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
