import Foundation
import Testing

/// `scripts/fuzz` builds a package of its own, and at night; that it lacks something is seen at once.
@Suite("The package of the fuzzed readers")
struct FuzzPackageTests {
    @Test("Its sources name no type of the node's service and no library that it leaves out")
    func complete() throws {
        let package = String(decoding: try PackageTree.bytes(of: "Fuzz/Package.swift"), as: UTF8.self)
        let folder = "Sources/NodeService/"
        let sources = try PackageTree.sources().filter { $0.path.hasPrefix(folder) }
        func isListed(_ source: SourceFile) -> Bool {
            package.contains("\"\(source.path.dropFirst(folder.count))\"")
        }
        let listed = sources.filter(isListed)
        #expect(listed.count > 40)
        #expect(
            package.matches(of: #/"[A-Z][A-Za-z]*/[^"]+\.swift"/#).count == listed.count, "a file that is not there")
        // A type stands in the file of its name.
        let absent = Set(
            sources.filter { !isListed($0) }.map {
                URL(filePath: $0.path).deletingPathExtension().lastPathComponent
            })
        for source in listed {
            for (place, token) in source.tokens.enumerated()
            where absent.contains(token.text) && !source.matches(["."], at: place - 1) {
                Issue.record("\(source.path):\(token.line) needs \(token.text)")
            }
            for place in source.occurrences(of: ["import"]) {
                let library = source.tokens[place + 1].text
                #expect(
                    library == "Foundation" || package.contains("\"\(library)\""), "\(source.path) needs \(library)")
            }
        }
    }
}
