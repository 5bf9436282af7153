/// Labels that must not stand on one another.
enum Spacing {
    /// Places in ascending order, moved as little as needed so that neighbours are at least `gap` apart.
    static func apart(_ places: [Double], by gap: Double) -> [Double] {
        // Each group of labels that touch is spread about its own middle; groups that then touch are joined.
        var groups: [(places: [Double], middle: Double)] = []
        for place in places {
            groups.append(([place], place))
            while groups.count > 1, let last = groups.last {
                let before = groups[groups.count - 2]
                let reach = gap * Double(before.places.count + last.places.count) / 2
                guard last.middle - before.middle < reach else { break }
                let joined = before.places + last.places
                groups.removeLast(2)
                groups.append((joined, joined.reduce(0, +) / Double(joined.count)))
            }
        }
        return groups.flatMap { group in
            group.places.indices.map { group.middle + gap * (Double($0) - Double(group.places.count - 1) / 2) }
        }
    }
}
