import Evaluation
import Figures

extension CallsReport {
    /// What a reader must know about the data, one row for each kind of remark.
    var quality: [HTML] {
        FigureTable.callQuality(findings).map { [$0.html] } ?? []
    }

    /// What a design of this kind cannot show, whatever the numbers.
    var limits: [HTML] {
        let counts = findings.source.short
        var sentences = [
            "Fewer \(counts) are not by themselves less anti-social behaviour: people may report less, or elsewhere.",
            "Where nothing is found, an effect smaller than the one that could have been seen may still be there.",
        ]
        if findings.source == .policeUK {
            sentences += [
                "police.uk gives the month and a nearby point, never the day or the address; points can fall on the wrong side of "
                    + "an area's border.",
                "Anti-social behaviour is recorded by local practice; a change of practice looks like a change of behaviour.",
            ]
        }
        if findings.evidence.level < 3 {
            sentences.append("Whatever else happened in the same months is in the change as well.")
        }
        return [.list(sentences)]
    }

    /// How it was done and what it was done with.
    var method: [HTML] {
        let licence: [HTML] = findings.source.attribution.map { [.tag("p", $0)] } ?? []
        return [.list(findings.methodLines)] + licence + [origin.described()]
    }
}
