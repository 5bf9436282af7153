@testable import PDFWriter

/// What went wrong in a font program.
struct CFFFault: Error { let place: Int }

/// A small reader of font programs, made from Adobe Technical Note 5176 alone.
struct CFFReader {
    let names: [String]
    let strings: [String]
    let charstrings: [[UInt8]]
    /// The operands of the Top DICT by operator; 1200 and more for those of two bytes.
    let top: [Int: [Int]]

    init(_ bytes: [UInt8]) throws {
        var place = Int(bytes[2])
        func index() throws -> [[UInt8]] { try Self.index(bytes, &place) }
        names = try index().map { String(decoding: $0, as: UTF8.self) }
        guard let dictionary = try index().first else { throw CFFFault(place: place) }
        strings = try index().map { String(decoding: $0, as: UTF8.self) }
        top = Self.operands(dictionary)
        guard var start = top[17]?.first else { throw CFFFault(place: place) }
        charstrings = try Self.index(bytes, &start)
    }

    private static func index(_ bytes: [UInt8], _ place: inout Int) throws -> [[UInt8]] {
        func number(_ place: Int, _ width: Int) -> Int {
            bytes[place..<(place + width)].reduce(0) { $0 << 8 | Int($1) }
        }
        let count = number(place, 2)
        guard count > 0 else {
            place += 2
            return []
        }
        let width = Int(bytes[place + 2])
        let offsets = (0...count).map { number(place + 3 + $0 * width, width) }
        let base = place + 2 + (count + 1) * width
        guard base + (offsets.last ?? 0) <= bytes.count else { throw CFFFault(place: place) }
        place = base + (offsets.last ?? 1)
        return zip(offsets, offsets.dropFirst()).map { Array(bytes[(base + $0)..<(base + $1)]) }
    }

    private static func operands(_ bytes: [UInt8]) -> [Int: [Int]] {
        var found: [Int: [Int]] = [:]
        var operands: [Int] = []
        var place = 0
        while place < bytes.count {
            switch bytes[place] {
            case 12:
                found[1200 + Int(bytes[place + 1])] = operands
                operands = []
                place += 2
            case 0...21:
                found[Int(bytes[place])] = operands
                operands = []
                place += 1
            case 29:
                operands.append(bytes[(place + 1)..<(place + 5)].reduce(0) { $0 << 8 | Int($1) })
                place += 5
            default: operands.append(CharstringReader.number(bytes, &place))
            }
        }
        return found
    }
}

/// A small interpreter of charstrings, made from Adobe Technical Note 5177 alone.
struct CharstringReader {
    private(set) var steps: [GlyphPath.Step] = []
    private var pen = (x: 0, y: 0)

    init(_ bytes: [UInt8]) throws {
        var stack: [Int] = []
        var place = 0
        while place < bytes.count {
            guard bytes[place] < 32, bytes[place] != 28 else {
                stack.append(Self.number(bytes, &place))
                guard stack.count <= 48 else { throw CFFFault(place: place) }
                continue
            }
            run(bytes[place], stack)
            stack = []
            place += 1
        }
    }

    /// The width at the beginning of a charstring that begins with a move.
    static func width(_ bytes: [UInt8], nominal: Int) -> Int {
        var place = 0
        var stack: [Int] = []
        while bytes[place] >= 32 || bytes[place] == 28 { stack.append(number(bytes, &place)) }
        let operands = bytes[place] == 21 ? 2 : bytes[place] == 14 ? 0 : 1
        return stack.count > operands ? stack[0] + nominal : 0
    }

    static func number(_ bytes: [UInt8], _ place: inout Int) -> Int {
        let first = Int(bytes[place])
        switch first {
        case 28:
            place += 3
            return Int(Int16(bitPattern: UInt16(bytes[place - 2]) << 8 | UInt16(bytes[place - 1])))
        case 32...246:
            place += 1
            return first - 139
        case 247...250:
            place += 2
            return (first - 247) * 256 + Int(bytes[place - 1]) + 108
        default:
            place += 2
            return -(first - 251) * 256 - Int(bytes[place - 1]) - 108
        }
    }

    private mutating func run(_ command: UInt8, _ stack: [Int]) {
        var rest = stack[...]
        func take() -> Int { rest.popFirst() ?? 0 }
        switch command {
        case 21: move(take(), take())
        case 22: move(take(), 0)
        case 4: move(0, take())
        case 5: while !rest.isEmpty { line(take(), take()) }
        case 6, 7:
            var isAcross = command == 6
            while let number = rest.popFirst() {
                line(isAcross ? number : 0, isAcross ? 0 : number)
                isAcross.toggle()
            }
        case 8: while !rest.isEmpty { curve(take(), take(), take(), take(), take(), take()) }
        case 27:
            var rise = rest.count % 4 == 1 ? take() : 0
            while !rest.isEmpty {
                curve(take(), rise, take(), take(), take(), 0)
                rise = 0
            }
        case 26:
            var shift = rest.count % 4 == 1 ? take() : 0
            while !rest.isEmpty {
                curve(shift, take(), take(), take(), 0, take())
                shift = 0
            }
        case 30, 31:
            var isAcross = command == 31
            while rest.count >= 4 {
                let (a, b, c, d) = (take(), take(), take(), take())
                let extra = rest.count == 1 ? take() : 0
                if isAcross { curve(a, 0, b, c, extra, d) } else { curve(0, a, b, c, d, extra) }
                isAcross.toggle()
            }
        default: break
        }
    }

    private mutating func advance(_ dx: Int, _ dy: Int) -> (x: Int16, y: Int16) {
        pen = (pen.x + dx, pen.y + dy)
        return (Int16(clamping: pen.x), Int16(clamping: pen.y))
    }

    private mutating func move(_ dx: Int, _ dy: Int) {
        let end = advance(dx, dy)
        steps.append(.move(x: end.x, y: end.y))
    }

    private mutating func line(_ dx: Int, _ dy: Int) {
        let end = advance(dx, dy)
        steps.append(.line(x: end.x, y: end.y))
    }

    private mutating func curve(_ a: Int, _ b: Int, _ c: Int, _ d: Int, _ e: Int, _ f: Int) {
        let (first, second, end) = (advance(a, b), advance(c, d), advance(e, f))
        steps.append(.curve(x1: first.x, y1: first.y, x2: second.x, y2: second.y, x: end.x, y: end.y))
    }
}
