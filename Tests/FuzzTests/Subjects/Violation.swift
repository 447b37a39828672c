/// What had to hold and did not.
public struct Violation: Error, CustomStringConvertible {
    public let description: String

    static func unless(_ holds: Bool, _ description: @autoclosure () -> String) throws {
        guard !holds else { return }
        throw Violation(description: description())
    }
}
