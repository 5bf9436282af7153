/// Maps numbers to positions, with round marks.
struct Axis {
    /// The numbers at the two ends.
    let domain: ClosedRange<Double>
    /// Their positions; the first belongs to the lower number.
    let ends: (Double, Double)
    /// Whether equal ratios have equal lengths.
    let isLogarithmic: Bool

    init(_ domain: ClosedRange<Double>, to ends: (Double, Double), logarithmic: Bool = false) {
        let isUsable = domain.lowerBound < domain.upperBound && (!logarithmic || domain.lowerBound > 0)
        self.domain = isUsable ? domain : (domain.lowerBound - 1)...(domain.lowerBound + 1)
        self.ends = ends
        isLogarithmic = logarithmic && isUsable
    }

    /// Where a number stands; numbers beyond the ends stand at the ends.
    func position(_ value: Double) -> Double {
        let inside = min(domain.upperBound, max(domain.lowerBound, value))
        let (low, high, here) =
            isLogarithmic
            ? (Logarithm.base10(domain.lowerBound), Logarithm.base10(domain.upperBound), Logarithm.base10(inside))
            : (domain.lowerBound, domain.upperBound, inside)
        return ends.0 + (ends.1 - ends.0) * (here - low) / (high - low)
    }

    /// Round numbers inside the domain, about `wanted` of them, on a linear axis.
    func marks(about wanted: Int) -> [Double] {
        let span = domain.upperBound - domain.lowerBound
        var step = Logarithm.power10(Int(Logarithm.base10(span / Double(max(1, wanted))).rounded(.down)))
        for factor in [2, 2.5, 2] where span / step > Double(wanted) { step *= factor }
        let first = (domain.lowerBound / step - 1e-9).rounded(.up),
            last = (domain.upperBound / step + 1e-9).rounded(.down)
        guard first <= last, last - first < 100 else { return [] }
        return stride(from: first, through: last, by: 1).map { $0 * step }
    }

    /// How many decimals, at most three, it takes to write all of the marks.
    static func decimals(_ marks: [Double]) -> Int {
        (0...2).first { decimals in
            let scale = Logarithm.power10(decimals)
            return marks.allSatisfy { abs($0 * scale - ($0 * scale).rounded()) < 1e-6 }
        } ?? 3
    }

    /// Round ratios inside the domain, for a logarithmic axis about 1.
    var roundRatios: [Double] {
        let wide = [0.1, 0.2, 0.5, 1, 2, 5, 10], narrow = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.4, 1.6, 2]
        let span = domain.upperBound / domain.lowerBound
        return (span > 6 ? wide : span > 1.6 ? narrow.filter { $0 != 0.9 && $0 != 1.1 } : narrow).filter(
            domain.contains
        )
    }

    /// The powers of ten inside the domain.
    var decades: [Double] {
        let low = Int(Logarithm.base10(domain.lowerBound).rounded(.up) - 1)
        let high = Int(Logarithm.base10(domain.upperBound).rounded(.down) + 1)
        return (low...max(low, high)).map(Logarithm.power10).filter { value in
            value >= domain.lowerBound * (1 - 1e-9) && value <= domain.upperBound * (1 + 1e-9)
        }
    }
}

/// Logarithms to a precision that a drawing needs, without a mathematics library.
enum Logarithm {
    /// The decimal logarithm of a number above 0; relative error below 1e-13.
    static func base10(_ value: Double) -> Double {
        guard value > 0, value.isFinite else { return value > 0 ? 308 : -324 }
        // ln m = 2 artanh((m - 1) / (m + 1)) with m in 1..<2, so the series' ratio is at most 1/9.
        let z = (value.significand - 1) / (value.significand + 1)
        var term = z, sum = 0.0
        for odd in stride(from: 1.0, through: 31, by: 2) {
            sum += term / odd
            term *= z * z
        }
        return Double(value.exponent) * 0.301029995663981195 + 2 * sum * 0.434294481903251828
    }

    /// Ten to a whole power.
    static func power10(_ exponent: Int) -> Double {
        let power = (0..<min(308, exponent.magnitude)).reduce(1.0) { product, _ in product * 10 }
        return exponent < 0 ? 1 / power : power
    }
}
