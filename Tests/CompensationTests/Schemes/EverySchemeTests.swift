import Compensation
import Foundation
import Testing

/// Every file of the library is a scheme.
struct EverySchemeTests {
    private static let files: [String] = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../schemes")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".md") && $0 != "README.md" }.sorted()
            .map { folder.appending(path: $0).path }
    }()

    @Test(arguments: files)
    func loads(_ file: String) throws {
        let bytes = try #require(FileManager.default.contents(atPath: file))
        guard case .failure(let problems) = Scheme.load(Array(bytes)) else { return }
        let list = problems.all.map { "\($0.line):\($0.column) \($0.code) \($0.message.en)" }
        Issue.record("\(list.joined(separator: "\n"))")
    }

    @Test func theLibraryHoldsTheMechanismsThatAreKnown() {
        #expect(Self.files.count >= 40)
    }
}
