/// How the numbers were made: the conventions where several are in use, each named.
struct MethodLines {
    private let options: ConfidenceOptions

    init(_ options: ConfidenceOptions) { self.options = options }

    var all: [String] {
        [
            "Changes are second less first, in people who answered both times; a missing answer is never a zero.",
            "Mean changes: paired t; with two courses or more CR2 with Satterthwaite's degrees of freedom, below six courses "
                + "the exact turning of whole courses' signs decides.",
            "Ranks: Wilcoxon's signed ranks without zeros, exact and conditional on ties up to 60 changes, beyond that normal "
                + "with corrections for ties and continuity; Hodges-Lehmann over all changes.",
            "Effect sizes: g_z = J(n-1) d_z with a noncentral t interval; g_av = J(n-1) d_av.",
            scales, bootstrap,
            "Shares: Wilson. Items of one comparison: Holm. Groups: Benjamini-Hochberg. Safe choices: McNemar, exact.",
            "Lasting: follow-up above before (two-sided 5 %), and only then not worse than post by the margin (one-sided 5 %"
                + (options.margin.map { ", margin \(JSONValue.number($0).compact) points)." }
                    ?? "; no margin was declared)."),
            "Share of variance between courses: REML. Retention: Fieller's interval. Reliability: alpha with Feldt's interval.",
        ].compactMap { $0 }
    }

    private var scales: String? {
        let least = options.scales.compactMap { scale in
            (scale.minimumAnswered ?? options.minimumAnswered).map { "\(scale.title) \($0) of \(scale.items.count)" }
        }
        return least.isEmpty
            ? options.minimumAnswered.map { "A scale's mean needs \($0) answered items." }
                ?? "A scale's mean needs every item answered."
            : "A scale's mean needs so many answered items: \(least.joined(separator: ", "))."
    }

    private var bootstrap: String? {
        options.bootstrap.map {
            "Bootstrap: BCa, mid-rank form, \(Wording.count($0.resamples)) resamples of people, seed \($0.seed)."
        }
    }
}
