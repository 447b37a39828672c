import Foundation

/// The file of the running program.
enum ProgramFile {
    /// SHA-256 of the program, so that what one build has worked out is not believed by another; `nil` where the
    /// system does not show it.
    static let digest: String? = try? FileDigest.hex(of: URL(filePath: "/proc/self/exe"))
}
