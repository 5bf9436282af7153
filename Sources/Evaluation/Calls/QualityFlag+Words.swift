extension QualityFlag.Kind {
    /// What the flag says, as a heading over the areas and months it is about.
    public var words: String {
        switch self {
        case .gap: "No count: left out, never zero"
        case .noPopulation: "No residents given: left out"
        case .outsideMonths: "No month on one side of the start"
        case .unequalSeasons: "The two windows hold different months of the year"
        case .shortWindows: "Windows shorter than asked for, in months"
        case .underdispersed: "Varies less than chance"
        case .pandemicMonths: "Touches March 2020 to June 2021"
        case .unallocated: "Share that belongs to no area"
        case .partialMonth: "Only a part of the month, it seems; share of the usual"
        case .unusualShare: "An unusual share of all that the source holds"
        case .unusualChange: "Changed unlike other forces: a change of recording, perhaps"
        case .noEvents: "Nothing was counted: left out"
        case .singleMonth: "One month only: left out"
        case .singleArea: "One area only: left out"
        case .alternationLimit: "No more spread than chance: the Poisson fit stands"
        case .autocorrelated: "What is left over remembers the month before"
        case .staggered: "Areas started in different months"
        case .poorFit: "The mixture does not follow the area before the start"
        case .otherWeights: "Other weights fit as well"
        }
    }
}
