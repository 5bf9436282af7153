public import Programme

/// What one call, report or incident costs, with where the figure is from.
public struct UnitPrice: Hashable, Sendable {
    /// The code in the reference data; nil for an amount that was given.
    public let code: String?
    /// What it is.
    public let name: String
    /// Pounds for one event, in the prices of ``priceYear``.
    public let pounds: Double
    /// What one event is: "incident".
    public let unit: String
    /// The year of the prices; nil when not known.
    public let priceYear: String?
    /// Whether avoiding one frees money; nil when not known.
    public let kind: UnitCost.Kind?
    /// Who bears it.
    public let borneBy: String?
    /// What a reader must know.
    public let note: String?
    /// Where it is from; nil for an amount that was given.
    public let provenance: Provenance?

    /// A unit cost of the reference data.
    public init(_ cost: UnitCost) {
        (code, name, pounds) = (cost.code.rawValue, cost.name, Double(cost.pence) / 100)
        (unit, priceYear, kind) = (cost.unit, cost.priceYear, cost.kind)
        (borneBy, note, provenance) = (cost.borneBy, cost.note, cost.provenance)
    }

    /// An amount in pounds for one call.
    public init(pounds: Double) {
        (code, name, self.pounds, unit) = (nil, "amount given", pounds, "call")
        (priceYear, kind, borneBy, note, provenance) = (nil, nil, nil, nil, nil)
    }

    /// Reads a code of the reference data or an amount such as `673` or `£36.50`.
    public init(parsing text: String, among costs: [UnitCost]) throws(CostRefusal) {
        if let cost = costs.first(where: { $0.code.rawValue == text }) {
            self.init(cost)
            return
        }
        let digits = text.hasPrefix("£") ? text.dropFirst() : text[...]
        guard let pounds = Double(digits), pounds.isFinite, digits.allSatisfy({ $0.isNumber || $0 == "." }) else {
            throw .unknownUnitCost(text, known: costs.map(\.code.rawValue))
        }
        try CostQuestion.require(pounds, "unit cost", 0.01...1e9, "above £0")
        self.init(pounds: pounds)
    }

    /// What calls are set against where nothing else is asked for: one report or incident of anti-social behaviour.
    public static func usual(among costs: [UnitCost]) -> [UnitPrice] {
        costs.filter { $0.code.rawValue.hasPrefix("asb-") && ["report", "incident"].contains($0.unit) }.map(
            UnitPrice.init
        )
    }
}
