import Evaluation

/// The lines of a paired figure: one a person while that can be read, else one for everybody nearly alike.
struct PersonLines {
    /// Into how many steps the scale is cut for merging and for the bars beside the lines.
    static let steps = 20
    /// Beyond so many different lines they are merged.
    private static let most = 150

    /// Falls are painted last: a crowd of rises must not hide them.
    private enum Direction: Int { case level, rise, fall }

    private struct Line: Hashable, Comparable {
        let from: Double
        let to: Double
        let direction: Direction

        static func < (left: Self, right: Self) -> Bool {
            (left.direction.rawValue, left.from, left.to) < (right.direction.rawValue, right.from, right.to)
        }
    }

    /// Whether lines that are nearly alike are drawn as one.
    let isMerged: Bool
    private let scale: ClosedRange<Double>
    private let lines: [(line: Line, count: Int)]

    init(_ scores: [PairedScores], _ scale: ClosedRange<Double>) {
        self.scale = scale
        let exact = scores.map { Line(from: $0.from, to: $0.to, direction: Self.direction($0)) }
        var counts = Dictionary(grouping: exact, by: \.self).mapValues(\.count)
        isMerged = counts.count > Self.most
        if isMerged {
            let near = exact.map { line in
                Line(from: Self.near(line.from, scale), to: Self.near(line.to, scale), direction: line.direction)
            }
            counts = Dictionary(grouping: near, by: \.self).mapValues(\.count)
        }
        lines = counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// The step of the scale that a score is nearest to.
    func step(_ score: Double) -> Int { Self.step(score, scale) }

    /// The score in the middle of a step.
    func score(of step: Int) -> Double { Self.score(of: step, scale) }

    private static func step(_ score: Double, _ scale: ClosedRange<Double>) -> Int {
        let share = (score - scale.lowerBound) / (scale.upperBound - scale.lowerBound)
        return Int((min(1, max(0, share)) * Double(steps)).rounded())
    }

    private static func score(of step: Int, _ scale: ClosedRange<Double>) -> Double {
        scale.lowerBound + (scale.upperBound - scale.lowerBound) * Double(step) / Double(steps)
    }

    private static func near(_ score: Double, _ scale: ClosedRange<Double>) -> Double {
        self.score(of: step(score, scale), scale)
    }

    private static func direction(_ scores: PairedScores) -> Direction {
        abs(scores.to - scores.from) < 1e-10 ? .level : scores.to > scores.from ? .rise : .fall
    }

    func draw(_ axis: Axis, _ columns: (from: Double, to: Double), _ canvas: inout Canvas) {
        isMerged ? drawMerged(axis, columns, &canvas) : drawSingly(axis, columns, &canvas)
    }

    private func drawSingly(_ axis: Axis, _ columns: (from: Double, to: Double), _ canvas: inout Canvas) {
        let opacity = max(0.3, min(0.65, 14 / Double(max(1, lines.count))))
        for (line, count) in lines {
            let paint = Self.paint(
                line.direction,
                width: min(5, 1.2 + 0.6 * Double(count - 1)),
                opacity: line.direction == .fall ? min(0.9, opacity + 0.3) : opacity
            )
            canvas.path([segment(line, axis, columns)], paint)
        }
    }

    /// Five strengths by the number of people; the lines of one strength and direction are one path.
    private func drawMerged(_ axis: Axis, _ columns: (from: Double, to: Double), _ canvas: inout Canvas) {
        let most = Double(lines.map(\.count).max() ?? 1)
        for direction in [Direction.level, .rise, .fall] {
            for level in 1...5 {
                let alike = lines.filter { line, count in
                    line.direction == direction && min(5, Int((Double(count) / most).squareRoot() * 5) + 1) == level
                }
                guard !alike.isEmpty else { continue }
                let strength = Double(level)
                let paint = Self.paint(
                    direction,
                    width: 0.5 + 0.4 * strength,
                    opacity: (direction == .fall ? 0.2 : 0.03) + 0.09 * strength
                )
                canvas.path(alike.map { segment($0.line, axis, columns) }, paint)
            }
        }
    }

    private func segment(_ line: Line, _ axis: Axis, _ columns: (from: Double, to: Double)) -> Canvas.Segment {
        Canvas.Segment(from: (columns.from, axis.position(line.from)), to: (columns.to, axis.position(line.to)))
    }

    private static func paint(_ direction: Direction, width: Double, opacity: Double) -> Paint {
        let ink: Ink =
            switch direction {
            case .level: .quiet
            case .rise: .main
            case .fall: .other
            }
        return .stroke(ink, width: width, dash: direction == .fall ? "5 4" : nil, opacity: opacity)
    }
}
