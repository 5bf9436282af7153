/// Below how many people or counts a report, which leaves the office, tells nothing.
public enum ReportSuppression {
    /// Unless told otherwise.
    public static let usual = 10
    /// No report may tell about fewer.
    public static let least = 5
}
