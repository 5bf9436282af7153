/// Why a name or code is not a policing area.
public enum UnknownArea: Refusal, Hashable {
    /// Nothing is called that; with the nearest name, or the names there are.
    case unknown(text: String, force: String?, nearest: String?, known: [String])
    /// The area exists, but not on that day; with what it was or became.
    case notThen(name: String, validity: Validity, date: CalendarDate, instead: [String])
    /// Areas of several forces are called that.
    case several(text: String, codes: [String])

    /// The sentence.
    public var description: String {
        switch self {
        case .unknown(let text, let force, let nearest?, _):
            "There is no policing area \"\(text)\"\(Self.of(force)). Did you mean \"\(nearest)\"?"
        case .unknown(let text, let force, nil, let known) where known.isEmpty:
            "There is no policing area \"\(text)\"\(Self.of(force)): none is defined. "
                + "Define areas in CourseMaterial/reference."
        case .unknown(let text, let force, nil, let known):
            "There is no policing area \"\(text)\"\(Self.of(force)). There are \(Self.list(known))."
        case .notThen(let name, let validity, let date, let instead) where instead.isEmpty:
            "\(name) was a policing area \(validity), not on \(date). Choose another area or date."
        case .notThen(let name, let validity, let date, let instead):
            "\(name) is a policing area \(validity), not on \(date). On that day it is \(Self.list(instead))."
        case .several(let text, let codes):
            "Several policing areas are called \"\(text)\". Say which by its code: \(Self.list(codes))."
        }
    }

    private static func of(_ force: String?) -> String { force.map { " of \($0)" } ?? "" }

    private static func list(_ names: [String]) -> String {
        let shown = names.prefix(15).map { "\"\($0)\"" }.joined(separator: ", ")
        return names.count > 15 ? "\(shown) and \(names.count - 15) more" : shown
    }
}

/// Why a name or code is not a police force.
public struct UnknownForce: Refusal, Hashable {
    /// What was asked for.
    public let text: String
    /// The names there are.
    public let known: [String]

    /// The sentence.
    public var description: String {
        let nearest = NearestSpelling.suggestion(for: text, among: known)
        let list = nearest.isEmpty ? " There are \(known.map { "\"\($0)\"" }.joined(separator: ", "))." : nearest
        return "There is no police force \"\(text)\" in CourseMaterial/reference.\(known.isEmpty ? "" : list)"
    }
}

extension AreaCatalogue {
    /// The force of this name or code, whatever the case, spaces and punctuation; "police" may be left out.
    public func force(named text: some StringProtocol) throws(UnknownForce) -> PoliceForce {
        let key = NameKey.of(text)
        let found = forces.first { force in
            [NameKey.of(force.code.rawValue), NameKey.of(force.name)].contains(key)
        }
        guard let found else { throw UnknownForce(text: String(text), known: forces.map(\.name)) }
        return found
    }

    /// The area of this name or code on a day, whatever the case, spaces, hyphens, and "&" for "and".
    ///
    /// - Parameters:
    ///   - text: A name or code.
    ///   - force: The force to look in; nil for all.
    ///   - date: The day; nil takes an area of any time, the one that lasts longest first.
    /// - Returns: The one area that is meant.
    /// - Throws: ``UnknownArea`` with the nearest valid name, or with what the area is called on that day.
    public func area(
        named text: some StringProtocol,
        in force: Slug<PoliceForce>? = nil,
        on date: CalendarDate? = nil
    ) throws(UnknownArea) -> PolicingArea {
        let key = NameKey.of(text)
        let candidates = areas.filter { force == nil || $0.force == force }
        let matching = candidates.filter { NameKey.of($0.code.rawValue) == key || NameKey.of($0.name) == key }
        let then = date.map { date in matching.filter { $0.validity.contains(date) } } ?? Self.latest(of: matching)
        if let exact = then.first(where: { $0.code.rawValue == String(text) }) { return exact }
        if then.count > 1 {
            throw .several(text: String(text), codes: then.map(\.code.rawValue))
        }
        if let found = then.first { return found }
        if let other = Self.latest(of: matching).first, let date {
            let names = rollUp(other, to: date).shares.map(\.area.name)
            throw .notThen(name: other.name, validity: other.validity, date: date, instead: names)
        }
        let known = candidates.filter { area in date.map { area.validity.contains($0) } ?? true }.map(\.name)
        let forceName = force.map { self[force: $0]?.name ?? $0.rawValue }
        let nearest = NearestSpelling.of(String(text), among: known)
        throw .unknown(text: String(text), force: forceName, nearest: nearest, known: known)
    }

    /// Those that end last, one per force; an area without an end beats every other.
    private static func latest(of areas: [PolicingArea]) -> [PolicingArea] {
        var best: [Slug<PoliceForce>: PolicingArea] = [:]
        for area in areas {
            guard let other = best[area.force] else {
                best[area.force] = area
                continue
            }
            guard let otherEnd = other.validity.to else { continue }
            if area.validity.to.map({ $0 > otherEnd }) ?? true { best[area.force] = area }
        }
        return areas.filter { best[$0.force] == $0 }
    }
}
