import OpenData
import Operations
import Programme

/// The quality report as JSON shows it, and as text.
struct QualityView: Encodable {
    struct OfMonth: Encodable {
        let force: String
        let month: String
        let rows: Int
        let incidents: Int
        let unallocated: Int
        let unallocatedShare: Double?
    }

    struct Finding: Encodable {
        let flag: String
        let force: String
        let month: String
        let value: Double?
        let text: String
    }

    struct Note: Encodable {
        let force: String
        let month: String
        let file: String
        let line: Int?
        let kind: String
        let rows: Int
        let text: String
    }

    let months: [OfMonth]
    let findings: [Finding]
    let notes: [Note]

    init(_ report: CountQualityReport) {
        months = report.months.map { month in
            OfMonth(
                force: month.force,
                month: month.month.description,
                rows: month.rows,
                incidents: month.incidents,
                unallocated: month.unallocated,
                unallocatedShare: month.unallocatedShare
            )
        }
        findings = report.findings.map { finding in
            Finding(
                flag: finding.kind.rawValue,
                force: finding.force,
                month: finding.month.description,
                value: finding.value,
                text: finding.text
            )
        }
        notes = report.notes.map { note in
            Note(
                force: note.force,
                month: note.month.description,
                file: note.file,
                line: note.line,
                kind: note.kind,
                rows: note.rows,
                text: note.text
            )
        }
    }

    /// The report for people: a row for each month, then what stands out, then what was noticed in the files.
    static func text(_ report: CountQualityReport) -> String {
        var columns = TextColumns("force", "month", "rows", "ASB", "without place", "share")
        for month in report.months {
            columns.add(
                month.force,
                month.month.description,
                "\(month.rows)",
                "\(month.incidents)",
                "\(month.unallocated)",
                month.unallocatedShare.map { "\(($0 * 1000).rounded() / 10) %" } ?? "-"
            )
        }
        var parts = [columns.text]
        if !report.findings.isEmpty {
            parts.append(
                "Stands out:\n"
                    + report.findings.map { "\($0.force) \($0.month): \($0.text)" }.joined(separator: "\n")
            )
        }
        if !report.notes.isEmpty {
            let lines = report.notes.map { note in
                note.kind == "malformed-row"
                    ? "\(note.file):\(note.line ?? 0): \(note.text)" : "\(note.force) \(note.month): \(note.text)"
            }
            parts.append("Noticed in the files:\n" + lines.joined(separator: "\n"))
        }
        return parts.joined(separator: "\n\n")
    }
}
