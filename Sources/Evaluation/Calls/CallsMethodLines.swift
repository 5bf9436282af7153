extension CallsFindings {
    /// How the findings were made, a sentence each; with them a statistician can make them again.
    public var methodLines: [String] {
        [methodLine, modelLine, errorLine, fewLine, evidenceLine].compactMap { $0 }
    }

    private var methodLine: String {
        let windows = "up to \(Wording.count(windowMonths, "month", "months")) on each side of the start"
        return switch method {
        case .beforeAfter:
            "Rates \(windows), each area with a level of its own, quasi-Poisson; no trend, no seasons beyond equal windows."
        case .interruptedTimeSeries:
            "Interrupted time series: level, trend, \(seasons), a change of level and of trend at the start, \(exposure)."
        case .controlledInterruptedTimeSeries:
            "Controlled interrupted time series: the same terms for treated and comparison areas, \(seasons) in common, "
                + "\(exposure)."
        case .differenceInDifferences:
            "Difference in differences: a level for every area and for every month, absorbed; \(exposure)."
        case .syntheticControl:
            "Synthetic control: the mixture of comparison areas, weights from 0 to 1 with sum 1, that follows the treated area "
                + "best before the start by least squares (Abadie, Diamond and Hainmueller 2010)."
        case .rateRatio:
            "Exact ratio of two Poisson rates, conditional on their sum; \(exposure)."
        }
    }

    private var seasons: String {
        design.harmonics == 0
            ? "no seasons" : "\(Wording.count(design.harmonics, "pair", "pairs")) of seasonal terms (sine and cosine)"
    }

    private var exposure: String {
        guard !design.usesValues else { return "outcome 1,000 × count / residents where residents are known" }
        return switch design.offset {
        case .populationDays: "counted over residents times days"
        case .population: "counted over residents"
        case .days: "counted over days"
        case .nothing: "not counted over anything"
        case nil: perResident ? "counted over residents times days" : "counted over days"
        }
    }

    private var modelLine: String? {
        guard let model else { return nil }
        let family =
            switch model.family {
            case .quasipoisson: "Quasi-Poisson, logarithmic link"
            case .poisson: "Poisson, logarithmic link"
            case .negativeBinomial: "Negative binomial, logarithmic link"
            case .gaussian: "Gaussian, no link"
            }
        let numbers = [
            "\(Wording.count(model.observations)) area-months",
            model.degreesOfFreedom.map { "\(Wording.count($0)) degrees of freedom" },
            model.dispersion.map { "dispersion \(Wording.number($0, decimals: 2))" },
            model.theta.map { "theta \(Wording.number($0, decimals: 2))" },
        ].compactMap { $0 }.joined(separator: ", ")
        return method == .syntheticControl || method == .rateRatio ? nil : "\(family): \(numbers)."
    }

    private var errorLine: String? {
        guard let errors = model?.errors else {
            return pooled.dispersion.map {
                "Errors: dispersion \(Wording.number($0, decimals: 2)) included, \(pooled.degreesOfFreedom ?? 0) degrees of "
                    + "freedom."
            }
        }
        let lag = errors.lag.map { ", \($0) lags" } ?? ""
        let clusters = errors.clusters.map { ", \(Wording.count($0, "cluster", "clusters"))" } ?? ""
        return "Errors: \(errors.convention)\(lag)\(clusters)."
    }

    private var fewLine: String? {
        guard let few = model?.fewClusters else { return nil }
        let numbers = [
            few.wildP.map { "wild cluster bootstrap \(Wording.p($0)) (counting |t*| ≥ |t|)" },
            few.biasReducedP.map { "CR2 with Satterthwaite's degrees of freedom \(Wording.p($0))" },
            few.randomisationP.map { "starts dealt anew \(Wording.p($0))" },
        ].compactMap { $0 }
        return numbers.isEmpty ? nil : "With few areas: \(numbers.joined(separator: "; "))."
    }

    private var evidenceLine: String {
        "Maryland Scientific Methods Scale (\(EvidenceLevel.version)), level \(evidence.level): \(evidence.why)."
    }
}
