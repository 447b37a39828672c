/// What an operator can ask about one section.
public enum SectionCommand: Codable, Sendable {
    case show(section: String)
    /// What was recorded of it in a period, or at all times.
    case readings(section: String, period: String?)
}
