import Operations
import Programme

/// One question of a survey as a page shows it.
struct SurveyItemView: Sendable {
    let code: String
    let text: String
    let story: String?
    let hint: String?
    let error: String?
    let describedBy: String?
    /// The item this one hangs on, and the answers that make it worth asking, with spaces between them.
    let asked: Condition?
    /// The buttons of a scale, in two rows.
    let scale: Scale?
    /// One or several of these.
    let choices: ChoiceList?
    /// A number.
    let number: Entry?
    /// The person's own words.
    let words: Entry?
    /// The box beside a scale that means "missing".
    let cannotSay: Choice?

    struct Condition: Sendable {
        let item: String
        let anyOf: String
    }
    struct Scale: Sendable {
        let rows: [Row]
        let lowest: String?
        let middle: String?
        let highest: String?
    }
    struct Row: Sendable {
        let points: [Point]
    }
    /// One button of a scale; its words are for those who cannot see where it stands.
    struct Point: Sendable {
        let id: String
        let value: String
        let words: String?
        let isChosen: Bool
    }
    struct ChoiceList: Sendable {
        /// `radio` or `checkbox`.
        let type: String
        /// Whether any number may be ticked; an empty field beside them tells "none" from "not asked".
        let isSeveral: Bool
        let options: [Choice]
    }
    struct Entry: Sendable {
        let value: String
        let most: Int
    }

    init(_ item: SurveyItem, form: SurveyForm, answers: SurveyAnswers, question: String? = nil) {
        let given = answers.shown[item.code] ?? ""
        code = item.code
        error = answers.errors[item.code]
        hint = Self.condition(item, in: form)
        asked = item.onlyIf.map { Condition(item: $0.item, anyOf: $0.anyOf.joined(separator: " ")) }
        let ids = [question, hint.map { _ in "\(item.code)-hint" }, error.map { _ in "\(item.code)-error" }]
            .compactMap(\.self)
        describedBy = ids.isEmpty ? nil : ids.joined(separator: " ")
        var (story, scale, choices): (String?, Scale?, ChoiceList?) = (nil, nil, nil)
        var (number, words): (Entry?, Entry?) = (nil, nil)
        switch item.answer {
        case .scale(let lowest, let highest, let anchors):
            scale = Self.scale(item.code, lowest...highest, anchors, given)
        case .choice(let options):
            choices = Self.list("radio", item.code, options.map { ($0.code, $0.text) }, [given])
        case .several(let options):
            let ticked = Set(given.split(separator: "|").map(String.init))
            choices = Self.list("checkbox", item.code, options.map { ($0.code, $0.text) }, ticked)
        case .yesNo: choices = Self.list("radio", item.code, [("yes", "Yes"), ("no", "No")], [given])
        case .count(let most): number = Entry(value: given, most: most)
        case .text(let longest): words = Entry(value: given, most: longest)
        case .guarded:
            if let shown = form.guardForms[item.code] {
                story = shown.story
                let options = shown.options.map { ("\(shown.code):\($0.code)", $0.text) }
                choices = Self.list("radio", item.code, options, [given])
            }
        }
        (self.story, self.scale, self.choices, self.number, self.words) = (story, scale, choices, number, words)
        text = item.text
        cannotSay =
            item.offersCannotSay
            ? Choice(
                id: "\(item.code)-none",
                value: Answer.cannotSayText,
                label: form.instrument.cannotSay,
                isChosen: given == Answer.cannotSayText
            ) : nil
    }

    private static func scale(_ code: String, _ range: ClosedRange<Int>, _ anchors: [ScaleAnchor], _ given: String)
        -> Scale
    {
        let points = range.enumerated().map { index, point in
            Point(
                id: "\(code)-\(index + 1)",
                value: "\(point)",
                words: anchors.first { $0.at == point }.map(\.text),
                isChosen: given == "\(point)"
            )
        }
        let half = (points.count + 1) / 2
        func words(_ point: Int) -> String? { anchors.first { $0.at == point }.map { "\(point) \($0.text)" } }
        return Scale(
            rows: [Row(points: Array(points[..<half])), Row(points: Array(points[half...]))],
            lowest: words(range.lowerBound),
            middle: anchors.first { $0.at > range.lowerBound && $0.at < range.upperBound }.map {
                "\($0.at) \($0.text)"
            },
            highest: words(range.upperBound)
        )
    }

    private static func list(_ type: String, _ code: String, _ options: [(String, String)], _ chosen: Set<String>)
        -> ChoiceList
    {
        ChoiceList(
            type: type,
            isSeveral: type == "checkbox",
            options: options.enumerated().map { index, option in
                Choice(
                    id: "\(code)-\(index + 1)",
                    value: option.0,
                    label: option.1,
                    isChosen: chosen.contains(option.0)
                )
            }
        )
    }

    /// `Only if you answered “yes” to “…”`, for a question that hangs on another.
    private static func condition(_ item: SurveyItem, in form: SurveyForm) -> String? {
        guard let condition = item.onlyIf, let other = try? form.instrument.item(condition.item) else { return nil }
        let labels = condition.anyOf.map { code -> String in
            switch other.answer {
            case .choice(let options), .several(let options): options.first { $0.code == code }?.text ?? code
            default: code
            }
        }
        let words = labels.map { "“\($0)”" }
        let either =
            words.count > 1 ? words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "") : words.first ?? ""
        return "Only if you answered \(either) to “\(other.text)”."
    }
}
