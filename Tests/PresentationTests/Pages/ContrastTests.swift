import Foundation
import Testing

@testable import Presentation

/// WCAG 2.1, 1.4.3 (text 4.5 : 1) and 1.4.11 (marks 3 : 1), computed from the style sheet by the formula of the standard.
@Suite("Contrast of the style sheet")
struct ContrastTests {
    private static func colour(_ name: String) throws -> String {
        let pattern = try Regex("--\(name): (#[0-9a-f]{6});")
        let match = try #require(Stylesheet.text.firstMatch(of: pattern), "--\(name)")
        return String(try #require(match[1].substring))
    }

    private static func luminance(_ colour: String) throws -> Double {
        let value = try #require(Int(colour.dropFirst(), radix: 16))
        let parts = [value >> 16, value >> 8 & 255, value & 255].map { part -> Double in
            let share = Double(part) / 255
            return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    private static func contrast(_ first: String, _ second: String) throws -> Double {
        let (a, b) = (try luminance(first), try luminance(second))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    @Test("The formula gives the contrasts that the standard names")
    func formula() throws {
        #expect(abs(try Self.contrast("#000000", "#ffffff") - 21) < 0.001)
        #expect(abs(try Self.contrast("#777777", "#ffffff") - 4.478) < 0.001)
    }

    @Test(
        "Text",
        arguments: [
            ("ink", "paper"), ("ink", "band"), ("quiet", "paper"), ("quiet", "band"), ("link", "paper"),
            ("link", "band"),
            ("warn", "warn-paper"), ("warn", "paper"), ("done", "paper"), ("paper", "link"),
        ])
    func text(front: String, back: String) throws {
        #expect(try Self.contrast(Self.colour(front), Self.colour(back)) >= 4.5)
    }

    @Test("Marks of charts", arguments: ["limit", "link", "line"])
    func marks(front: String) throws {
        #expect(try Self.contrast(Self.colour(front), Self.colour("paper")) >= 3)
    }

    @Test("Nothing is fetched from elsewhere")
    func outside() {
        #expect(!Stylesheet.text.contains("url(") && !Stylesheet.text.contains("@import"))
    }
}
