import Glibc

/// Work on many things at once, whose results are handed over one by one in order.
///
/// No more than a window of results is held at a time, so memory does not grow with the batch. What is handed over does not
/// depend on the number of workers.
public struct Batch: Sendable {
    /// How many things are worked on at a time, at least 1.
    public let workers: Int

    /// The processors this machine offers.
    public static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    /// Pieces of work given to a worker at a time, so that handing them out costs next to nothing.
    private static let largestShare = 8
    /// Shares that may be begun but not yet handed over, for each worker.
    private static let window = 4

    /// A batch on a number of workers; all processors unless said otherwise.
    public init(workers: Int = Batch.processors) { self.workers = max(1, workers) }

    /// Makes the results 0, 1, 2, … up to `count` on the workers, and gives each to `each` in this order on the caller's task,
    /// which is the worker itself when there is but one.
    ///
    /// The first error in the order of the results, from `make` or from `each`, ends the batch: what comes after it is
    /// cancelled and never handed over, what came before has been. So does cancelling the caller's task.
    /// - Parameters:
    ///   - count: The number of results.
    ///   - isolation: Where `each` is called; the caller's own, so that no result is passed from thread to thread for it.
    ///   - make: Makes one result; called on any thread, in no particular order, each number at most once.
    ///   - each: Takes a result with its number; the next one waits for it.
    /// - Throws: What `make` or `each` threw, or `CancellationError`.
    /// - Complexity: Memory for at most 32 results a worker.
    public func run<Value: Sendable>(
        count: Int,
        isolation: isolated (any _Concurrency.Actor)? = #isolation,
        make: @escaping @Sendable (Int) throws -> Value,
        each: (Int, Value) async throws -> Void
    ) async throws {
        guard workers > 1 else {
            for number in 0..<max(0, count) {
                try Task.checkCancellation()
                try await each(number, try make(number))
            }
            return
        }
        let share = min(Self.largestShare, max(1, count / (workers * 4)))
        let shares = (max(0, count) + share - 1) / share
        try await withThrowingTaskGroup(of: Finished<Value>.self) { group in
            _ = isolation
            var begun = 0
            var running = 0
            var handed = 0
            var waiting: [Int: Finished<Value>] = [:]
            while handed < shares {
                while running < workers, begun < shares, begun - handed < workers * Self.window {
                    let number = begun
                    group.addTask { try Self.make(number, of: share, count: count, make) }
                    begun += 1
                    running += 1
                }
                if let finished = try await group.next() {
                    running -= 1
                    waiting[finished.number] = finished
                }
                while let finished = waiting.removeValue(forKey: handed) {
                    for (index, result) in finished.results.enumerated() {
                        try Task.checkCancellation()
                        try await each(handed * share + index, try result.get())
                    }
                    handed += 1
                }
            }
        }
    }

    private struct Finished<Value: Sendable>: Sendable {
        var number: Int
        var results: [Result<Value, any Error>]
    }

    /// One share; it ends with the first error.
    private static func make<Value>(
        _ number: Int,
        of share: Int,
        count: Int,
        _ make: (Int) throws -> Value
    ) throws -> Finished<Value> {
        var finished = Finished<Value>(number: number, results: [])
        for index in (number * share)..<min(count, (number + 1) * share) {
            try Task.checkCancellation()
            let result = Result { try make(index) }
            finished.results.append(result)
            if case .failure = result { break }
        }
        return finished
    }
}
