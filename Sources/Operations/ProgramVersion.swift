/// Which program this is, as reports and `--version` tell it.
public enum ProgramVersion {
    /// The version.
    public static let current = "0.1.0"
}
