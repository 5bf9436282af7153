import FoundationEssentials
import Programme
import Records

/// A booking as a calendar file.
///
/// Source: RFC 5545; instants are in universal time, so that every calendar shows the hall's hour.
enum CalendarFile {
    /// The file; `stamp` is when it was made and `host` names the site in the entries' lasting ids.
    static func text(
        for summary: RunSummary,
        reference: String,
        zone: TimeZone,
        stamp: Date,
        host: String,
        link: String
    ) -> String {
        let run = summary.run
        var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//CommonGround//Courses//EN", "METHOD:PUBLISH"]
        for (index, sitting) in run.sittings.enumerated() {
            lines += [
                "BEGIN:VEVENT",
                "UID:\(reference.lowercased())-\(index + 1)@\(host)",
                "DTSTAMP:\(instant(stamp))",
                "DTSTART:\(instant(sitting.starts.instant(in: zone)))",
                "DTEND:\(instant(sitting.ends.instant(in: zone)))",
                "SUMMARY:\(escaped(run.title))",
                "LOCATION:\(escaped([run.venue.name, run.venue.address].filter { !$0.isEmpty }.joined(separator: ", ")))",
                "DESCRIPTION:\(escaped("See or cancel your booking: \(link)"))",
                "END:VEVENT",
            ]
        }
        lines.append("END:VCALENDAR")
        return lines.map(folded).joined(separator: "\r\n") + "\r\n"
    }

    /// `20260303T183000Z`.
    private static func instant(_ date: Date) -> String {
        let moment = LocalDateTime(date, in: .gmt)
        let digits = "\(moment)".filter { $0 != "-" && $0 != ":" }
        return digits + "00Z"
    }

    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { out, character in
            switch character {
            case "\\", ",", ";": out += "\\\(character)"
            case _ where character.isNewline: out += "\\n"
            default: out.append(character)
            }
        }
    }

    /// A line in pieces of at most 75 octets (RFC 5545, 3.1).
    private static func folded(_ line: String) -> String {
        var pieces: [String] = []
        var piece = ""
        for character in line {
            if piece.utf8.count + String(character).utf8.count > (pieces.isEmpty ? 75 : 74) {
                pieces.append(piece)
                piece = ""
            }
            piece.append(character)
        }
        return (pieces + [piece]).joined(separator: "\r\n ")
    }
}
