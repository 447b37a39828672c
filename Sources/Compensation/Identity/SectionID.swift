/// The stable identifier of a section 断面: 1…64 UTF-8 bytes, visible characters without spaces.
///
/// There is no national section code to build on, and names change (`街口`, `鸠坑口`); identity and order
/// go by UTF-8 bytes.
public struct SectionID: Hashable, Comparable, Sendable {
    public let text: String

    /// Nil where the text is empty, too long or holds a space or an invisible character.
    public init?(_ text: String) {
        guard (1...64).contains(text.utf8.count),
            !text.unicodeScalars.contains(where: InvisibleScalars.containsOrIsSpace)
        else { return nil }
        self.text = text
    }

    public static func == (left: SectionID, right: SectionID) -> Bool {
        UTF8Order.areEqual(left.text, right.text)
    }

    public static func < (left: SectionID, right: SectionID) -> Bool {
        UTF8Order.isAscending(left.text, right.text)
    }

    public func hash(into hasher: inout Hasher) {
        UTF8Order.hash(text, into: &hasher)
    }
}
