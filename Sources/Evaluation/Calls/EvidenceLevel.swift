/// How much a design by itself can tell of an effect, on the Maryland Scientific Methods Scale.
///
/// Source: D. P. Farrington, D. C. Gottfredson, L. W. Sherman, B. C. Welsh, The Maryland Scientific Methods Scale, in L. W.
/// Sherman and others (eds), Evidence-Based Crime Prevention (2002), 13-21.
public struct EvidenceLevel: Hashable, Sendable {
    /// The version of the scale.
    public static let version = "Farrington, Gottfredson, Sherman and Welsh 2002"

    /// 1 to 5; evaluations of calls reach 2 to 5.
    public let level: Int
    /// Why this level, as a clause.
    public let why: String

    /// The level of a design with so many areas.
    init(_ design: CallsDesign, treated: Int, comparison: Int) {
        switch design.method {
        case .beforeAfter, .interruptedTimeSeries, .rateRatio:
            (level, why) = (2, "before and after in treated areas alone, with no area to compare with")
        default:
            if comparison == 0 {
                (level, why) = (2, "no comparison area")
            } else if design.isRandomised, treated >= 2, comparison >= 2 {
                (level, why) = (5, "the design says that areas were assigned by lot")
            } else if design.method == .differenceInDifferences, treated >= 2, comparison >= 2 {
                (level, why) = (
                    4,
                    "several treated and several comparison areas over time, levels of areas and months held constant"
                )
            } else {
                (level, why) = (3, "before and after in treated and comparison areas, not chosen by lot")
            }
        }
    }

    var json: JSONValue {
        [
            "scale": .string("Maryland SMS"), "level": .integer(level), "version": .string(Self.version),
            "why": .string(why),
        ]
    }
}
