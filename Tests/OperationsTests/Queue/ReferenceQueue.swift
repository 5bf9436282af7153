/// The rules of places and waiting list in their shortest form: what the office must agree with.
///
/// Hours count from the test's beginning. Names stand for bookings.
struct ReferenceQueue {
    enum Answer: Equatable {
        case place, wait(Int), done([String])
        case refused(String)
    }

    let capacity: Int
    let starts: Double
    var isOpen = true
    var placed: [String] = []
    var waiting: [String] = []

    mutating func book(_ name: String, waits: Bool, at hour: Double) -> Answer {
        if !isOpen { return .refused("notTaking") }
        if hour >= starts { return .refused("closed") }
        if waiting.isEmpty, placed.count < capacity {
            placed.append(name)
            return .place
        }
        if !waits { return .refused("full") }
        waiting.append(name)
        return .wait(waiting.count)
    }

    mutating func walkIn(_ name: String, at hour: Double) -> Answer {
        if hour < starts - 2 { return .refused("tooEarlyForTheDoor") }
        placed.append(name)
        return .place
    }

    mutating func remove(_ name: String, at hour: Double) -> [String] {
        placed.removeAll { $0 == name }
        waiting.removeAll { $0 == name }
        var promoted: [String] = []
        while hour < starts - 24, placed.count < capacity, !waiting.isEmpty {
            promoted.append(waiting.removeFirst()); placed.append(promoted[promoted.count - 1])
        }
        return promoted
    }

    mutating func promote(_ name: String, withReason: Bool, at hour: Double) -> Answer {
        guard let index = waiting.firstIndex(of: name) else { return .refused("notWaiting") }
        if hour >= starts { return .refused("notTaking") }
        if placed.count >= capacity { return .refused("noneFree") }
        if index > 0, !withReason { return .refused("reasonMissing") }
        placed.append(waiting.remove(at: index))
        return .done([])
    }
}
