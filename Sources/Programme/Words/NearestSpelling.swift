/// Finds the name somebody probably meant.
public enum NearestSpelling {
    /// The candidate closest to `word`, or nil when none is close enough to be worth suggesting.
    ///
    /// Case is ignored. Close means at most a third of the longer word's characters differ by insertion, deletion,
    /// substitution or a swap of neighbours (optimal string alignment), or that `word` begins or is contained in the candidate.
    /// - Complexity: O(candidates × length²).
    public static func of(_ word: String, among candidates: some Sequence<String>) -> String? {
        let wanted = Array(word.lowercased())
        guard !wanted.isEmpty else { return nil }
        var best: (name: String, distance: Int)?
        for candidate in candidates {
            let other = Array(candidate.lowercased())
            var distance = alignment(wanted, other)
            if distance > max(wanted.count, other.count) / 3 {
                guard wanted.count >= 3, candidate.lowercased().contains(word.lowercased()) else { continue }
                distance = max(wanted.count, other.count) / 3
            }
            if distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.name
    }

    /// A clause to append to a refusal: ` Did you mean "Oxford"?`, or nothing.
    public static func suggestion(for word: String, among candidates: some Sequence<String>) -> String {
        of(word, among: candidates).map { " Did you mean \"\($0)\"?" } ?? ""
    }

    private static func alignment(_ left: [Character], _ right: [Character]) -> Int {
        var before: [Int] = []
        var previous = Array(0...right.count)
        for i in 1...max(left.count, 1) where i <= left.count {
            var current = [i] + Array(repeating: 0, count: right.count)
            for j in stride(from: 1, through: right.count, by: 1) {
                let cost = left[i - 1] == right[j - 1] ? 0 : 1
                current[j] = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost)
                if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
                    current[j] = min(current[j], before[j - 2] + 1)
                }
            }
            (before, previous) = (previous, current)
        }
        return previous[right.count]
    }
}
