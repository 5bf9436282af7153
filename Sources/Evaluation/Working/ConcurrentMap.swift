import Glibc
import Synchronization

/// Works on numbered pieces with one thread a core; the results stand in the order of the numbers, whoever made them.
///
/// - Parameters:
///   - count: The number of pieces.
///   - body: Makes one piece from its number.
/// - Returns: What `body` made of 0, 1, … `count` - 1.
func concurrentMap<Value: Sendable>(_ count: Int, _ body: @escaping @Sendable (Int) -> Value) -> [Value] {
    let threads = min(count, max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
    guard threads > 1 else { return (0..<max(0, count)).map(body) }
    let bench = Workbench<Value>(count: count)
    let work: @Sendable () -> Void = { bench.work(body) }
    let started = (1..<threads).compactMap { _ in WorkingThread(work) }
    work()
    for thread in started { thread.join() }
    return bench.results
}

/// Pieces handed out one by one and put back in their places.
private final class Workbench<Value: Sendable>: Sendable {
    private let count: Int
    private let next = Atomic<Int>(0)
    private let made = Mutex<[Int: Value]>([:])

    init(count: Int) { self.count = count }

    func work(_ body: (Int) -> Value) {
        while true {
            let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
            guard number < count else { return }
            let value = body(number)
            made.withLock { $0[number] = value }
        }
    }

    var results: [Value] { made.withLock { made in (0..<count).compactMap { made[$0] } } }
}

/// A thread of the system that runs one closure.
private struct WorkingThread {
    private final class Work: Sendable {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    private let thread: pthread_t

    /// Starts the thread; nil when the system has none to give.
    init?(_ run: @escaping @Sendable () -> Void) {
        var thread = pthread_t()
        let work = Unmanaged.passRetained(Work(run))
        let failure = pthread_create(
            &thread,
            nil,
            { pointer in
                guard let pointer else { return nil }
                Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().run()
                return nil
            },
            work.toOpaque()
        )
        guard failure == 0 else {
            work.release()
            return nil
        }
        self.thread = thread
    }

    func join() { pthread_join(thread, nil) }
}
