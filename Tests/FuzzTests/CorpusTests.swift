import Foundation
import Testing

/// What fuzzing has found worth keeping, shown again to every reader of bytes from outside.
@Suite("Corpora of the fuzzers")
struct CorpusTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fuzz/Corpora")

    private static func corpus(_ name: String) throws -> [(String, [UInt8])] {
        try FileManager.default.contentsOfDirectory(at: folder.appending(path: name), includingPropertiesForKeys: nil)
            .map { ($0.lastPathComponent, Array(try Data(contentsOf: $0))) }
    }

    @Test("Every input keeps what has to hold, and the corpus has some that are taken and some that are not")
    func replayed() throws {
        for subject in FuzzSubject.all {
            var (taken, refused) = (0, 0)
            let seeds = try Seeds.of(subject.name).map { ("a seed", $0) }
            for (name, bytes) in try Self.corpus(subject.name) + seeds {
                do {
                    if try subject.read(bytes) { taken += 1 } else { refused += 1 }
                } catch {
                    Issue.record("\(subject.name)/\(name): \(error)")
                }
            }
            #expect(taken > 0 && refused > 0, "\(subject.name): \(taken) taken, \(refused) refused")
        }
    }

    @Test("Sound inputs are taken")
    func sound() throws {
        for subject in FuzzSubject.all {
            for (place, seed) in try Seeds.of(subject.name).enumerated() where try !subject.read(seed) {
                Issue.record("\(subject.name): seed \(place) is refused")
            }
        }
    }

    @Test("Every corpus has its reader")
    func named() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        #expect(folders.sorted() == FuzzSubject.all.map(\.name).sorted())
    }
}
