import OpenData
import Synchronization
import Testing

@Suite struct OrderedWorkTests {
    private struct Stop: Error, Equatable { let number: Int }

    @Test("results come in order, each made once, by any number of workers", arguments: [1, 2, 3, 16], [0, 1, 5, 300])
    func order(_ workers: Int, _ count: Int) throws {
        let made = Mutex<[Int]>([])
        var handed: [Int] = []
        try OrderedWork(workers: workers).run(count: count) { number, _ in
            made.withLock { $0.append(number) }
            return number * number
        } each: { number, square in
            #expect(square == number * number)
            handed.append(number)
        }
        #expect(handed == Array(0..<count))
        #expect(made.withLock { $0.sorted() } == Array(0..<count))
    }

    @Test("the first error in order ends it, whoever throws", arguments: [1, 2, 4])
    func errors(_ workers: Int) {
        for inMake in [true, false] {
            var handed = 0
            #expect(throws: Stop(number: 40)) {
                try OrderedWork(workers: workers).run(count: 1000) { number, _ in
                    if inMake, number >= 40 { throw Stop(number: number) }
                    return number
                } each: { number, _ in
                    if !inMake, number == 40 { throw Stop(number: number) }
                    handed += 1
                }
            }
            #expect(handed == 40)
        }
    }

    @Test("no more than a window is begun ahead of what was handed over")
    func window() throws {
        let begun = Atomic(0)
        try OrderedWork(workers: 2).run(count: 200) { _, _ in
            begun.add(1, ordering: .relaxed)
        } each: { number, _ in
            #expect(begun.load(ordering: .relaxed) <= number + 17)
        }
    }
}
