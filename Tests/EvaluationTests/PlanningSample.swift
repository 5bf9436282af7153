import Evaluation
import Programme
import Testing

/// Made-up counts that follow from nothing but their place, so that tests need no generator.
enum PlanningSample {
    /// So many areas, larger by the place, with a summer and an uneven tail, from January 2024.
    static func counts(areas: Int, months: Int, residents: Double? = nil) throws -> [AreaMonthCount] {
        try (1...areas).flatMap { area in
            try (0..<months).map { place in
                let month = try #require(Month(year: 2024 + place / 12, month: place % 12 + 1))
                let summer = [0, 1, 2, 4, 6, 8, 9, 8, 6, 4, 2, 1][place % 12]
                let noise = (place * 37 + area * 101 + place * place * 13) % 23
                return AreaMonthCount(
                    area: "Area \(area)",
                    month: month,
                    count: 60 + 20 * area + summer * (3 + area) + noise,
                    population: residents
                )
            }
        }
    }
}
