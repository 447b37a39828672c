import Foundation
import Testing

/// `scripts/mutants` runs at night; a change that a planted mistake no longer fits is seen at once.
@Suite("The planted mistakes of the simulation")
struct PlantedMistakesTests {
    @Test("Each of them fits the sources as they are")
    func fit() throws {
        let folder = PackageTree.root.appending(path: "Tests/SimulationTests/Mutants")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".patch") }
        #expect(names.count > 10)
        for name in names.sorted() {
            let patch = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            var source = ""
            for part in patch.components(separatedBy: "\n+++ b/").dropFirst() {
                let lines = part.split(separator: "\n", omittingEmptySubsequences: false)
                source = try String(contentsOf: PackageTree.root.appending(path: String(lines[0])), encoding: .utf8)
                for hunk in lines.split(whereSeparator: { $0.hasPrefix("@@") }).dropFirst() {
                    let old = hunk.prefix { !$0.hasPrefix("diff ") }.filter { $0.hasPrefix(" ") || $0.hasPrefix("-") }
                        .map { $0.dropFirst() }.joined(separator: "\n")
                    #expect(!old.isEmpty && source.contains(old), "\(name): \(lines[0])")
                }
            }
            #expect(!source.isEmpty, "\(name) names no file")
        }
    }
}
