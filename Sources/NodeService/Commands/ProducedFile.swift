public import Foundation

/// A file that a command makes for whoever asked; written by the command line, never by the node.
public struct ProducedFile: Codable, Sendable {
    /// Without any folder.
    public let name: String
    public let bytes: Data

    init(_ name: String, _ bytes: [UInt8]) {
        self.name = name
        self.bytes = Data(bytes)
    }
}
