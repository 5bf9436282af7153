import OpenData
import Programme
import Records

/// In how many districts anti-social behaviour changed the same way, which tells a change of recording from one of place.
struct DistrictChanges {
    private var incidents: [String: [Month: [String: Int]]] = [:]
    /// Districts with fewer rows in the month before say nothing.
    private static let least = 10

    init(_ reader: Reader) throws {
        let names = try reader.smallAreaNames()
        for month in try reader.categoryMonths(of: .antiSocialBehaviour) {
            var districts: [String: Int] = [:]
            month.counts.places.forEach { place, count in
                let name = names[LSOA.code(ofNumber: place)].map { LSOA.districtName(in: $0) }
                if let name { districts[name, default: 0] += count }
            }
            incidents[month.force, default: [:]][month.month] = districts
        }
    }

    /// The finding with the number of districts behind its sentence.
    func add(to finding: CountQuality.Finding) -> CountQuality.Finding {
        guard finding.kind == .change, let score = finding.value,
            let before = incidents[finding.force]?[finding.month.adding(-1)],
            let now = incidents[finding.force]?[finding.month]
        else { return finding }
        let judged = before.filter { $0.value >= Self.least }
        let same = judged.filter { district, count in
            let change = (now[district] ?? 0) - count
            return score < 0 ? change < 0 : change > 0
        }
        guard !judged.isEmpty else { return finding }
        let word = score < 0 ? "fell" : "rose"
        let text =
            same.count == judged.count
            ? "It \(word) in every district with \(Self.least) rows or more (\(judged.count))."
            : "It \(word) in \(same.count) of \(judged.count) districts with \(Self.least) rows or more."
        return finding.saying("\(finding.text) \(text)")
    }
}
