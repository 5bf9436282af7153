public import FoundationEssentials
public import Programme

/// Why a plan file cannot be used.
public enum PlanFileRefusal: Refusal, Hashable {
    /// The bytes are not the document expected.
    case malformed(String)
    /// A value that does not fit.
    case invalid(key: String, given: String, expected: String)
    /// The plan is not the one that was declared.
    case altered(declared: String, found: String)

    /// The sentence people read.
    public var description: String {
        switch self {
        case .malformed(let reason):
            "The plan file is not one that `evaluate plan show --format json` writes: \(reason)."
        case .invalid(let key, let given, let expected):
            "The plan's \(key) is \"\(given)\"; \(expected) is expected."
        case .altered(let declared, let found):
            "The plan has been changed since it was declared: its SHA-256 is \(found), declared was \(declared). "
                + "Use the file as it was frozen."
        }
    }
}

private struct PlanDocument: Decodable {
    var outcome: String
    var from: String
    var to: String
    var key_secondary: String?
    var margin: Double?
    var smallest_change: Double?
    var missing_data: String?
}

private struct DeclaredDocument: Decodable {
    var plan: PlanDocument
    var sha256: String
    var declared_on: String?
    var declared: String?
    var first_outcome_read_on: String?
}

extension DeclaredPlan {
    /// Reads what ``json`` wrote.
    ///
    /// - Parameters:
    ///   - json: The file's bytes.
    ///   - digest: SHA-256 as 64 hexadecimal digits.
    /// - Throws: A ``PlanFileRefusal`` when the document cannot be read or its hash does not fit.
    public init(json: Data, digest: (String) -> String) throws(PlanFileRefusal) {
        let document: DeclaredDocument = try PlanFileRefusal.decoded(json)
        let plan = try ConfidencePlan(document.plan)
        let hash = digest(plan.canonical)
        guard hash == document.sha256 else { throw .altered(declared: document.sha256, found: hash) }
        let timing: Timing =
            switch (document.declared, document.first_outcome_read_on.flatMap { CalendarDate($0) }) {
            case ("before_first_outcome", _): .before
            case ("after_first_outcome", let day?): .after(day)
            default: .unknown
            }
        self.init(
            plan: plan,
            sha256: hash,
            declaredOn: document.declared_on.flatMap { CalendarDate($0) },
            timing: timing
        )
    }
}

extension PlanFileRefusal {
    fileprivate static func decoded<Document: Decodable>(_ json: Data) throws(PlanFileRefusal) -> Document {
        do {
            return try JSONDecoder().decode(Document.self, from: json)
        } catch let error as DecodingError {
            throw .malformed(reason(error))
        } catch {
            throw .malformed("it cannot be read")
        }
    }

    private static func reason(_ error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, _): "the key \(key.stringValue) is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            "the value of \(context.codingPath.last?.stringValue ?? "the document") is of the wrong kind"
        default: "it is not JSON"
        }
    }
}

extension ConfidencePlan {
    /// Reads a ``canonical`` text.
    /// - Throws: A ``PlanFileRefusal`` for anything else.
    public init(canonical: String) throws(PlanFileRefusal) {
        try self.init(try PlanFileRefusal.decoded(Data(canonical.utf8)) as PlanDocument)
    }

    fileprivate init(_ document: PlanDocument) throws(PlanFileRefusal) {
        self.init(
            outcome: try Self.measure("outcome", document.outcome),
            from: try Self.wave("from", document.from),
            to: try Self.wave("to", document.to),
            margin: document.margin,
            smallestChange: document.smallest_change,
            missingData: try Self.missingData(document.missing_data)
        )
        if let name = document.key_secondary { keySecondary = try Self.measure("key_secondary", name) }
        if let fault { throw .malformed(fault) }
    }

    private static func measure(_ key: String, _ name: String) throws(PlanFileRefusal) -> ConfidenceMeasure {
        guard let measure = ConfidenceMeasure(name: name) else {
            throw .invalid(key: key, given: name, expected: "an item's code, scale or scale:NAME")
        }
        return measure
    }

    private static func wave(_ key: String, _ name: String) throws(PlanFileRefusal) -> Wave {
        guard let wave = Wave(name: name) else { throw .invalid(key: key, given: name, expected: Wave.spelling) }
        return wave
    }

    private static func missingData(_ name: String?) throws(PlanFileRefusal) -> MissingData {
        guard let name else { return .completePairs }
        guard let rule = MissingData(rawValue: name) else {
            let known = MissingData.allCases.map(\.rawValue).joined(separator: " or ")
            throw .invalid(key: "missing_data", given: name, expected: known)
        }
        return rule
    }
}
