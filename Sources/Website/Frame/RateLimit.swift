import FoundationEssentials
import Programme
import Synchronization

/// Too many forms or look-ups from one address in a short time.
struct TooManyForms: Refusal {
    let minutes: Int
    var description: String {
        "Too much came from your network in a short time, so this was not taken. "
            + "Wait \(minutes) minutes and send it again; nothing you typed is lost."
    }
}

/// Counts forms by sender; each sender may send so many at once and regains them evenly over a period.
///
/// Source: the token bucket of ITU-T I.371 as a "generic cell rate" of one number a sender.
final class RateLimit: Sendable {
    private let most: Double
    private let period: Double
    private let emptyAt: Mutex<[String: Double]>

    /// A limit of `most` forms in `minutes`.
    init(most: Int, minutes: Int) {
        self.most = Double(most)
        period = Double(minutes * 60)
        emptyAt = Mutex([:])
    }

    /// Counts one form, or refuses it.
    func take(_ sender: String, at now: Date) throws(TooManyForms) {
        let (instant, cost) = (now.timeIntervalSince1970, period / most)
        let isAllowed = emptyAt.withLock { emptyAt in
            if emptyAt.count > 10_000 { emptyAt = emptyAt.filter { $0.value > instant } }
            let level = max(emptyAt[sender] ?? 0, instant)
            guard level + cost - instant <= period else { return false }
            emptyAt[sender] = level + cost
            return true
        }
        guard isAllowed else { throw TooManyForms(minutes: max(1, Int(cost / 60) + 1)) }
    }
}
