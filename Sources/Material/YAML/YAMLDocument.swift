import Programme
import Yams

/// Opens a YAML file of the content folder.
enum YAMLDocument {
    /// The root value of a file.
    /// - Parameters:
    ///   - file: The path from the content folder, for example `CourseMaterial/courses/defusing/course.yaml`.
    ///   - folder: Where the file lies.
    ///   - log: Takes the faults, of this call and of every accessor of the value.
    /// - Returns: The value, or nil, with a fault noted, when the file cannot be read or is not YAML.
    static func read(_ file: String, in folder: ContentFolder, into log: FaultLog) -> YAMLValue? {
        do {
            return parse(try folder.text(of: file), file: file, into: log)
        } catch {
            log.add(error)
            return nil
        }
    }

    /// The root value of YAML text; nil, with a fault noted, when it is not YAML or is empty.
    static func parse(_ text: String, file: String, into log: FaultLog) -> YAMLValue? {
        do {
            // The basic resolver guesses no types: every scalar is read as written, and no regular expression runs.
            guard let node = try compose(yaml: text, .basic) else {
                log.add("The file is empty; it should hold YAML.", in: file, line: 1)
                return nil
            }
            return YAMLValue(node: node, name: "the file", file: file, line: 1, log: log)
        } catch let error as YamlError {
            let (problem, line) = words(of: error, text)
            log.add("This is not YAML: \(problem).", in: file, line: line)
        } catch {
            log.add("This is not YAML: \(error).", in: file)
        }
        return nil
    }

    /// The commonest problems in the words of somebody who does not know YAML.
    private static func plain(_ problem: String) -> String {
        switch problem {
        case "mapping values are not allowed in this context":
            "a colon stands where none is expected; put text that holds a colon between quotes (\(problem))"
        case "found character that cannot start any token":
            "a tab or a sign that means something in YAML; indent with spaces, and put such text between quotes (\(problem))"
        case _ where problem.hasPrefix("did not find expected ',' or"):
            "a comma is missing, or a bracket or brace is not closed before here (\(problem))"
        case "could not find expected ':'": "a key has no colon after it (\(problem))"
        case _ where problem.hasPrefix("did not find expected key"):
            "a line is indented differently from its neighbours (\(problem))"
        default: problem
        }
    }

    private static func words(of error: YamlError, _ text: String) -> (problem: String, line: Int?) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return (plain(problem), mark.line)
        case .duplicatedKeysInMapping(let duplicates, let context):
            let keys = duplicates.map { "\"\($0)\"" }.joined(separator: ", ")
            return ("a key may stand only once, and \(keys) stands here and again below", context.mark.line)
        case .reader(let problem, let offset, _, _):
            let line = offset.map { text.prefix($0).count { $0.isNewline } + 1 }
            return (problem, line)
        default:
            return ("\(error)", nil)
        }
    }
}
