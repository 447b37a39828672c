import Foundation

/// Where the program and the project's files are.
enum ProgramUnderTest {
    /// The program lies beside the test bundle, in the folder of the same build.
    static let path = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "tongzhou").path

    /// The package root: `schemes/`, `peers/`, `docs/`.
    static let project = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func file(_ relative: String) -> String { project.appending(path: relative).path }
}
