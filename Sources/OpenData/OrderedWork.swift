import Glibc

/// Work on several things at once for a caller that cannot wait asynchronously, whose results are handed over in order.
///
/// The caller's thread works too, so that on a machine with one processor, or when no thread can be had, everything is still
/// done. No more than a window of results is held at a time.
public struct OrderedWork: Sendable {
    /// How many threads work, the caller's among them; at least 1.
    public let workers: Int

    /// The processors this machine offers.
    public static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    /// Work on a number of threads; one for each processor unless said otherwise.
    public init(workers: Int = OrderedWork.processors) { self.workers = max(1, workers) }

    /// Makes the results 0, 1, 2, … up to `count`, and gives each to `each` in this order on the caller's thread.
    ///
    /// - Parameters:
    ///   - count: The number of results.
    ///   - make: Makes one result; called on any thread, each number at most once, with memory that is this thread's own.
    ///   - each: Takes a result with its number.
    /// - Throws: The first error in the order of the results, from `make` or `each`; what comes after is not handed over.
    /// - Complexity: Memory for eight results a worker.
    public func run<Value: Sendable>(
        count: Int,
        make: @escaping @Sendable (Int, SpareMemory) throws -> Value,
        each: (Int, Value) throws -> Void
    ) throws {
        let bench = WorkBench(count: count, window: workers * 8, make: make)
        var threads: [pthread_t] = []
        for _ in 1..<max(1, min(workers, count)) {
            var thread = pthread_t()
            let box = Unmanaged<AnyWork>.passRetained(bench)
            let status = pthread_create(
                &thread,
                nil,
                { box in
                    if let box { Unmanaged<AnyWork>.fromOpaque(box).takeRetainedValue().work() }
                    return nil
                },
                box.toOpaque()
            )
            if status == 0 { threads.append(thread) } else { box.release() }
        }
        defer {
            bench.stop()
            for thread in threads { pthread_join(thread, nil) }
        }
        let spare = SpareMemory()
        for number in 0..<max(0, count) { try each(number, try bench.result(number, spare)) }
    }
}

/// What a thread does until nothing is left.
private class AnyWork {
    func work() {}
}

/// The results in the making. Everything but `make` happens under the lock.
private final class WorkBench<Value: Sendable>: AnyWork, @unchecked Sendable {
    private let count: Int
    private let window: Int
    private let make: @Sendable (Int, SpareMemory) throws -> Value
    private let lock: UnsafeMutablePointer<pthread_mutex_t>
    private let changed: UnsafeMutablePointer<pthread_cond_t>
    private var begun = 0
    private var handed = 0
    private var isStopped = false
    private var finished: [Int: Result<Value, any Error>] = [:]

    init(count: Int, window: Int, make: @escaping @Sendable (Int, SpareMemory) throws -> Value) {
        (self.count, self.window, self.make) = (count, window, make)
        lock = .allocate(capacity: 1)
        lock.initialize(to: pthread_mutex_t())
        pthread_mutex_init(lock, nil)
        changed = .allocate(capacity: 1)
        changed.initialize(to: pthread_cond_t())
        pthread_cond_init(changed, nil)
    }

    deinit {
        pthread_cond_destroy(changed)
        pthread_mutex_destroy(lock)
        changed.deallocate()
        lock.deallocate()
    }

    /// Makes results until there are no more to begin; waits while the window is full.
    override func work() {
        let spare = SpareMemory()
        pthread_mutex_lock(lock)
        while !isStopped, begun < count {
            if begun - handed < window { makeOne(spare) } else { pthread_cond_wait(changed, lock) }
        }
        pthread_mutex_unlock(lock)
    }

    /// The result of a number; makes others while it is not there.
    func result(_ number: Int, _ spare: SpareMemory) throws -> Value {
        pthread_mutex_lock(lock)
        handed = number
        pthread_cond_broadcast(changed)
        while finished[number] == nil {
            if begun < count, begun - handed < window { makeOne(spare) } else { pthread_cond_wait(changed, lock) }
        }
        let result = finished.removeValue(forKey: number)
        pthread_mutex_unlock(lock)
        guard let result else { throw CancellationError() }
        return try result.get()
    }

    func stop() {
        pthread_mutex_lock(lock)
        isStopped = true
        pthread_cond_broadcast(changed)
        pthread_mutex_unlock(lock)
    }

    private func makeOne(_ spare: SpareMemory) {
        let number = begun
        begun += 1
        pthread_mutex_unlock(lock)
        let result = Result { try make(number, spare) }
        pthread_mutex_lock(lock)
        finished[number] = result
        pthread_cond_broadcast(changed)
    }
}
