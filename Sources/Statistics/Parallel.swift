import Dispatch

/// Work on all cores whose result does not depend on how many there are.
public enum Parallel {
    /// The results of `body` for 0 up to `count`, in that order, computed by as many threads as there are cores.
    public static func map<Value: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Value) -> [Value] {
        guard count > 1 else { return (0..<max(0, count)).map(body) }
        return Array(unsafeUninitializedCapacity: count) { buffer, initialised in
            nonisolated(unsafe) let places = buffer
            DispatchQueue.concurrentPerform(iterations: count) { index in
                places.initializeElement(at: index, to: body(index))
            }
            initialised = count
        }
    }
}
