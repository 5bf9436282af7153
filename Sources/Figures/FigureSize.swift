/// How wide a figure is drawn; its text keeps its size, so that it can be read without zooming.
public enum FigureSize: String, Hashable, Sendable, CaseIterable {
    /// For A4 paper and screens from about 700 pixels: 640 units.
    case page
    /// For a phone held upright: 340 units.
    case phone

    /// The width in the drawing's own units, which are pixels at the intended size.
    public var width: Double { self == .page ? 640 : 340 }

    /// One of two lengths.
    func pick(_ page: Double, _ phone: Double) -> Double { self == .page ? page : phone }
}
