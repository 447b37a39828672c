/// The version of this program, as `--version`, metrics and the package state it.
public enum ProgramVersion {
    public static let text = "0.1.0"
}
