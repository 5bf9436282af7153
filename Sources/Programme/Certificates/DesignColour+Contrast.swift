import Glibc

extension DesignColour {
    /// White, the colour of paper.
    public static let white = DesignColour(red: 255, green: 255, blue: 255)

    /// How well this colour stands out from another, from 1, not at all, to 21, black on white.
    ///
    /// Source: WCAG 2.1, definitions of relative luminance and contrast ratio.
    public func contrast(with other: DesignColour) -> Double {
        let (lighter, darker) = (max(luminance, other.luminance), min(luminance, other.luminance))
        return (lighter + 0.05) / (darker + 0.05)
    }

    private var luminance: Double {
        func linear(_ part: UInt8) -> Double {
            let value = Double(part) / 255
            return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }
}
