import Foundation

/// Places in the checkout, found from where this file was compiled.
enum PackageRoot {
    /// Tests/TransparencyLogTests.
    static let tests = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
    /// The directory of Package.swift.
    static let url = tests.deletingLastPathComponent().deletingLastPathComponent()
}
