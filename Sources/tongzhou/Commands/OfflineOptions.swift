import ArgumentParser
import NodeService
import Presentation

/// Options of commands that need no node.
struct OfflineOptions: ParsableArguments {
    @OptionGroup var common: CommonOptions

    @OptionGroup var output: OutputOptions

    var format: OutputFormat { output.format }

    static func file(_ path: String) throws -> NamedFile {
        NamedFile(name: path, bytes: try CommonOptions.bytes(of: path))
    }
}
