extension DesignPathStep {
    /// Why a path cannot be read.
    public struct Invalid: Error, Hashable, Sendable {
        /// What is wrong, as a clause.
        public let reason: String
    }

    /// Reads the path data of SVG: the commands M, L, H, V, C, S, Q and Z, capital for absolute and small for relative.
    ///
    /// Source: SVG 1.1, section 8.3. Arcs and T are not read.
    public static func reading(_ data: some StringProtocol) throws(Invalid) -> [DesignPathStep] {
        var reader = PathReader(tokens: try PathReader.tokens(of: data))
        return try reader.read()
    }
}

private struct PathReader {
    enum Token { case command(Character), number(Double) }

    var tokens: [Token]
    var next = 0
    var steps: [DesignPathStep] = []
    var point = (x: 0.0, y: 0.0)
    var start = (x: 0.0, y: 0.0)
    var lastControl: (x: Double, y: Double)?

    init(tokens: [Token]) { self.tokens = tokens }

    static func tokens(of data: some StringProtocol) throws(DesignPathStep.Invalid) -> [Token] {
        var tokens: [Token] = []
        var digits = ""
        func finish() throws(DesignPathStep.Invalid) {
            guard !digits.isEmpty else { return }
            guard let number = Double(digits), abs(number) < 1e6 else {
                throw .init(reason: "\"\(digits)\" is not a number")
            }
            tokens.append(.number(number))
            digits = ""
        }
        for character in data {
            switch character {
            case "0"..."9": digits.append(character)
            case ".":
                if digits.contains(".") { try finish() }
                digits.append(character)
            case "-", "+":
                try finish()
                digits.append(character)
            case " ", ",", "\n", "\t", "\r": try finish()
            default:
                try finish()
                guard character.isASCII, "MLHVCSQZ".contains(character.uppercased()) else {
                    throw .init(reason: "\"\(character)\" is not one of the commands M, L, H, V, C, S, Q and Z")
                }
                tokens.append(.command(character))
            }
        }
        try finish()
        return tokens
    }

    mutating func read() throws(DesignPathStep.Invalid) -> [DesignPathStep] {
        var command: Character?
        while next < tokens.count {
            if case .command(let letter) = tokens[next] {
                command = letter
                next += 1
            } else if command == "Z" || command == "z" {
                throw .init(reason: "a number follows Z")
            }
            guard let letter = command else { throw .init(reason: "a path begins with M") }
            if steps.isEmpty, letter.uppercased() != "M" { throw .init(reason: "a path begins with M") }
            try step(letter)
            if letter == "M" { command = "L" } else if letter == "m" { command = "l" }
        }
        return steps
    }

    private mutating func step(_ letter: Character) throws(DesignPathStep.Invalid) {
        let origin = letter.isLowercase ? point : (x: 0, y: 0)
        var control: (x: Double, y: Double)?
        switch letter.uppercased() {
        case "M":
            point = try pair(from: origin)
            start = point
            steps.append(.move(x: point.x, y: point.y))
        case "L": line(to: try pair(from: origin))
        case "H": line(to: (origin.x + (try number()), point.y))
        case "V": line(to: (point.x, origin.y + (try number())))
        case "C":
            let first = try pair(from: origin)
            let second = try pair(from: origin)
            curve(first, second, to: try pair(from: origin))
            control = second
        case "S":
            let first = lastControl.map { (2 * point.x - $0.x, 2 * point.y - $0.y) } ?? point
            let second = try pair(from: origin)
            curve(first, second, to: try pair(from: origin))
            control = second
        case "Q":
            let middle = try pair(from: origin)
            let end = try pair(from: origin)
            let first = (point.x + (middle.x - point.x) * 2 / 3, point.y + (middle.y - point.y) * 2 / 3)
            curve(first, (end.x + (middle.x - end.x) * 2 / 3, end.y + (middle.y - end.y) * 2 / 3), to: end)
        default:
            steps.append(.close)
            point = start
        }
        lastControl = control
    }

    private mutating func line(to end: (x: Double, y: Double)) {
        steps.append(.line(x: end.x, y: end.y))
        point = end
    }

    private mutating func curve(
        _ first: (x: Double, y: Double),
        _ second: (x: Double, y: Double),
        to end: (x: Double, y: Double)
    ) {
        steps.append(.curve(x1: first.x, y1: first.y, x2: second.x, y2: second.y, x: end.x, y: end.y))
        point = end
    }

    private mutating func pair(from origin: (x: Double, y: Double)) throws(DesignPathStep.Invalid) -> (
        x: Double, y: Double
    ) { (origin.x + (try number()), origin.y + (try number())) }

    private mutating func number() throws(DesignPathStep.Invalid) -> Double {
        guard next < tokens.count, case .number(let value) = tokens[next] else {
            throw .init(reason: "a number is missing")
        }
        next += 1
        return value
    }
}
