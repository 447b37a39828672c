import Foundation

/// The codes that `docs/schemes.md` lists.
struct DocumentedCodes {
    /// Of what is in the way of a computation.
    let obstacles: Set<String>
    /// Of what is wrong with a refused file.
    let problems: Set<String>

    init() throws {
        let text = String(decoding: try Fixtures.bytes("docs/schemes.md"), as: UTF8.self)
        obstacles = Self.codes(in: text, from: "## Computing a period", to: "## A worked example")
        problems = Self.codes(in: text, from: "## What a refused file says", to: "\n## ")
    }

    /// What stands in backticks in the first column of the tables of a section.
    private static func codes(in text: String, from heading: String, to next: String) -> Set<String> {
        guard let start = text.range(of: heading) else { return [] }
        let rest = text[start.upperBound...]
        let section = rest[..<(rest.range(of: next)?.lowerBound ?? rest.endIndex)]
        let cells = section.split(separator: "\n").filter { $0.hasPrefix("|") }
            .compactMap { $0.split(separator: "|").first }
        return Set(cells.flatMap { $0.matches(of: #/`([a-z0-9-]+)`/#).map { String($0.1) } })
    }
}
