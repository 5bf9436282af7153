import Crypto
public import Programme

/// The SHA-256 of what an evaluation read, in hexadecimal digits.
///
/// Of what is on record it is taken of sorted lines, so that it depends on what was recorded and not on the database file.
public enum DataFingerprint {
    /// Of a file, as `sha256sum` prints it.
    public static func of(_ bytes: [UInt8]) -> String {
        SHA256.hash(data: bytes).map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }

    /// Of answers: a line each of person, wave, item, score, course and day, parted by tabulators.
    public static func of(_ answers: [ResponseRecord]) -> String {
        digest(
            answers.map { answer in
                [
                    answer.attendee, answer.wave.name, answer.item, answer.score.map { "\($0)" } ?? "",
                    answer.course ?? "", answer.answeredOn?.description ?? "",
                ]
            }
        )
    }

    /// Of counts: a line each of area, month, count and residents, parted by tabulators.
    public static func of(_ counts: [AreaMonthCount]) -> String {
        digest(
            counts.map { count in
                [
                    count.area, count.month.description, "\(count.count)", count.population.map { "\($0)" } ?? "",
                ]
            }
        )
    }

    private static func digest(_ rows: [[String]]) -> String {
        of(Array(rows.map { $0.joined(separator: "\t") + "\n" }.sorted().joined().utf8))
    }
}
