import OpenData
import Programme
import Records

/// In how many districts anti-social behaviour changed the same way, which tells a change of recording from one of place.
struct DistrictChanges {
    private let reader: Reader
    private let names: PlaceNames
    /// The districts met so far, and for each place which one it lies in; none yet is -1.
    private var districts: [String: Int] = [:]
    private var district: [Int]
    /// Districts with fewer rows in the month before say nothing.
    private static let least = 10

    init(_ reader: Reader, names: PlaceNames) {
        (self.reader, self.names) = (reader, names)
        district = Array(repeating: -1, count: names.count)
    }

    /// The finding with the number of districts behind its sentence.
    mutating func add(to finding: CountQuality.Finding) throws -> CountQuality.Finding {
        guard finding.kind == .change, let score = finding.value,
            let before = try rows(finding.force, finding.month.adding(-1)),
            let now = try rows(finding.force, finding.month)
        else { return finding }
        let judged = before.indices.filter { before[$0] >= Self.least }
        let same = judged.filter { district in
            let change = (now.indices.contains(district) ? now[district] : 0) - before[district]
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

    /// The rows of anti-social behaviour of a force and month by district; nil when there is no file.
    private mutating func rows(_ force: String, _ month: Month) throws -> [Int]? {
        guard let counts = try reader.categoryCounts(of: .antiSocialBehaviour, force: force, month: month) else {
            return nil
        }
        var rows: [Int] = []
        var place = 0
        counts.forEach { number, count in
            guard let found = names.index(of: number, from: place) else { return }
            place = found
            let district = district(of: found)
            while rows.count <= district { rows.append(0) }
            rows[district] += count
        }
        return rows
    }

    private mutating func district(of place: Int) -> Int {
        if district[place] < 0 {
            let name = names[place].districtName
            let number = districts[name] ?? districts.count
            districts[name] = number
            district[place] = number
        }
        return district[place]
    }
}
