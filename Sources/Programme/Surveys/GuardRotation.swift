/// Decides which parallel form of a safety question a person sees in a wave.
///
/// Each person goes through the forms in an order of their own, so that nobody sees a form twice while there are new ones
/// and every form is as common in every wave. The order depends on the seed and the item alone.
public enum GuardRotation {
    /// The form shown.
    /// - Parameters:
    ///   - forms: The forms, at least one.
    ///   - item: The item's code; items rotate independently.
    ///   - turn: How many waves before this one ask the item, 0 for the first.
    ///   - seed: A number that belongs to the person's booking and never changes.
    /// - Returns: The form, or nil when there is none.
    /// - Complexity: O(forms).
    public static func form(of forms: [GuardForm], item: String, turn: Int, seed: UInt64) -> GuardForm? {
        guard !forms.isEmpty else { return nil }
        var state = item.utf8.reduce(seed) { mixed($0 ^ UInt64($1)) }
        var order = Array(forms.indices)
        for last in stride(from: order.count - 1, to: 0, by: -1) {
            state = mixed(state)
            order.swapAt(last, Int(state % UInt64(last + 1)))
        }
        return forms[order[turn % order.count]]
    }

    /// One step of SplitMix64. Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
    private static func mixed(_ state: UInt64) -> UInt64 {
        var z = state &+ 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

extension Instrument {
    /// The form of a safety question that a person sees in a wave.
    /// - Parameters:
    ///   - code: The item's code.
    ///   - wave: The wave.
    ///   - seed: A number that belongs to the person's booking and never changes.
    /// - Returns: The form, or nil when the item is no safety question or not asked in the wave.
    public func guardForm(of code: String, in wave: Wave, seed: UInt64) -> GuardForm? {
        guard case .guarded(let forms)? = items.first(where: { $0.code == code })?.answer else { return nil }
        let asking = waves.filter { $0.items.contains(code) }.map(\.wave)
        guard let turn = asking.firstIndex(of: wave) else { return nil }
        return GuardRotation.form(of: forms, item: code, turn: turn, seed: seed)
    }
}
