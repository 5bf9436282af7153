/// Groups and the groups within them, checked.
struct Nesting {
    /// The observations of each outer group.
    let outer: [[Int]]
    /// The observations of each inner group; single observations where there are none.
    let inner: [[Int]]
    /// The outer group of each inner one.
    let outerOf: [Int]

    init(groups: [Int], subgroups: [Int]?, count: Int) throws(StatisticsError) {
        outer = try clusterMembers(groups, count: count)
        inner = try clusterMembers(subgroups, count: count)
        for (levels, isInner) in [(outer.count, false), (inner.count, true)] where !isInner || subgroups != nil {
            guard levels >= 2 else { throw .tooFew(needed: 2, given: levels) }
            guard levels < count else { throw .tooFew(needed: levels + 1, given: count) }
        }
        var groupOf = Array(repeating: 0, count: count)
        for (index, members) in outer.enumerated() { for place in members { groupOf[place] = index } }
        var outerOf: [Int] = []
        for members in inner {
            guard let first = members.first, members.allSatisfy({ groupOf[$0] == groupOf[first] }) else {
                throw .notNested
            }
            outerOf.append(groupOf[first])
        }
        guard subgroups == nil || inner.count > outer.count else { throw .rankDeficient(columns: ["the inner groups"]) }
        self.outerOf = outerOf
    }
}
