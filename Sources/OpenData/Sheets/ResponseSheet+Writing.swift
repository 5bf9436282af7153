public import Programme

extension ResponseSheet {
    /// Answers as `responses.csv`, every column written; ``read(_:limits:)`` gives the same answers back.
    public static func text(of records: [ResponseRecord]) -> String {
        var writer = CSVWriter(header: Column.allCases.map(\.name))
        for record in records {
            writer.write([
                .text(record.attendee), .text(record.wave.name), .text(record.item), CSVCell(record.score.map(number)),
                CSVCell(record.course), CSVCell(record.answeredOn?.description), CSVCell(record.area),
                CSVCell(record.category), CSVCell(record.trainer), CSVCell(record.mode), CSVCell(record.language),
            ])
        }
        return writer.text
    }

    private static func number(_ score: Double) -> String { Int(exactly: score).map(String.init) ?? "\(score)" }
}
