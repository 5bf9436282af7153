import Foundation
import Synchronization

/// A clock that tests move by hand, and chance that is the same in every run.
final class Clock: Sendable {
    private let state: Mutex<(now: Date, seed: UInt64)>

    init(_ text: String, seed: UInt64 = 1) {
        state = Mutex((Clock.date(text), seed))
    }

    var now: Date { state.withLock { $0.now } }

    func move(to text: String) { state.withLock { $0.now = Clock.date(text) } }
    func advance(seconds: Double) { state.withLock { $0.now += seconds } }

    func bytes(_ count: Int) -> [UInt8] {
        state.withLock { state in
            (0..<count).map { _ in
                state.seed = state.seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return UInt8(state.seed >> 56)
            }
        }
    }

    private static func date(_ text: String) -> Date { (try? Date(text, strategy: .iso8601)) ?? .distantPast }
}
