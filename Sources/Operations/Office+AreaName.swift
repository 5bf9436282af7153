import Material
import Programme

extension Office {
    /// The name of an area by its code; the code itself when the reference no longer knows it.
    public func areaName(_ code: String) -> String {
        Slug<PolicingArea>(rawValue: code).flatMap { reference.areas[$0]?.name } ?? code
    }
}
