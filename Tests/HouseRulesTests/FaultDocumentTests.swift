import Testing

/// `docs/faults.md` and `docs/security.md` promise tests by name; a promise is kept only while the test is there.
@Suite("The list of faults")
struct FaultDocumentTests {
    /// The cells of every row: number, fault, required, tests, what is not covered.
    private static func rows() throws -> [[String]] {
        String(decoding: try PackageTree.bytes(of: "docs/faults.md"), as: UTF8.self).split(separator: "\n")
            .filter { $0.hasPrefix("| F") }
            .map { $0.split(separator: "|", omittingEmptySubsequences: false).dropFirst().map(String.init) }
    }

    /// What stands in backticks.
    private static func names(in cell: String) -> [String] {
        cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }

    @Test("Every fault has one row, and a test")
    func complete() throws {
        let rows = try Self.rows()
        #expect(rows.map { $0[0].filter { $0 != " " } } == (1...25).map { "F\($0)" })
        for row in rows { #expect(!Self.names(in: row[3]).isEmpty, "\(row[0])") }
    }

    @Test("Every test that is named exists")
    func named() throws {
        let security = String(decoding: try PackageTree.bytes(of: "docs/security.md"), as: UTF8.self)
        let files = try PackageTree.paths().filter { $0.hasPrefix("Tests/") }
        var found = 0
        for name in try Self.rows().flatMap({ Self.names(in: $0[3]) }) + Self.names(in: security) {
            if name.hasSuffix(".txt") {
                found += 1
                #expect(files.contains("Tests/EndToEndTests/Scripts/\(name)"), "\(name)")
                continue
            }
            let parts = name.split(separator: ".").map(String.init)
            // Others in backticks are codes and names of single cases.
            guard let suite = parts.first, suite.hasSuffix("Tests") else { continue }
            found += 1
            let texts = try files.filter { path in
                let file = path.split(separator: "/").last ?? ""
                return file == "\(suite).swift" || file.hasPrefix("\(suite)+")
            }.map { String(decoding: try PackageTree.bytes(of: $0), as: UTF8.self) }
            #expect(!texts.isEmpty, "no suite \(suite)")
            guard parts.count == 2 else { continue }
            #expect(texts.contains { $0.contains("func \(parts[1])(") }, "no test \(name)")
        }
        #expect(found > 50, "the names were not found in the table")
    }
}
