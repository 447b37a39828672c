import Foundation
import Testing

/// The rules of the house, applied to the package itself.
@Suite("House rules")
struct HouseRulesTests {
    typealias Rule = @Sendable (SourceFile) -> [Finding]

    @Test(
        "Every source keeps the rules",
        arguments: [
            ("imports", ImportRules.findings), ("purity", PurityRules.findings),
            ("order", UnorderedRules.findings), ("edges", EdgeRules.findings),
            ("banned words", BannedRules.findings), ("shape", ShapeRules.findings),
        ] as [(String, Rule)])
    func sources(name: String, rule: Rule) throws {
        let sources = try PackageTree.sources()
        #expect(sources.count > 7, "the sources were not found below \(PackageTree.root.path())")
        for finding in sources.flatMap(rule) {
            Issue.record("\(finding)")
        }
    }

    @Test("No file holds a key or the path of a machine")
    func tree() throws {
        let paths = try PackageTree.paths()
        #expect(paths.contains("Package.swift"))
        for path in paths {
            for finding in TreeRules.findings(path: path, bytes: try PackageTree.bytes(of: path)) {
                Issue.record("\(finding)")
            }
        }
    }

    @Test("What must stay out of version control is ignored")
    func ignored() throws {
        let lines = String(decoding: try PackageTree.bytes(of: ".gitignore"), as: UTF8.self)
            .split(separator: "\n").map(String.init)
        for line in [".build*/", "Package.resolved", "certs/dev/"] {
            #expect(lines.contains(line), ".gitignore lacks \(line)")
        }
        #expect(try !isTracked("Package.resolved"))
    }

    /// Git keeps the tracked paths as plain text in its index; a source archive has none.
    private func isTracked(_ path: String) throws -> Bool {
        let index = PackageTree.root.appending(path: ".git/index").path()
        guard FileManager.default.fileExists(atPath: index) else { return false }
        return try PackageTree.bytes(of: ".git/index").firstRange(of: Array(path.utf8)) != nil
    }
}
