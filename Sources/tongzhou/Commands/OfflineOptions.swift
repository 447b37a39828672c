import ArgumentParser
import NodeService

/// Options of commands that need no node.
struct OfflineOptions: ParsableArguments {
    @OptionGroup var common: CommonOptions

    @Flag(name: .long, help: ArgumentHelp(Speech.text(zh: "输出 JSON", en: "print JSON")))
    var json = false

    static func file(_ path: String) throws -> NamedFile {
        NamedFile(name: path, bytes: try CommonOptions.bytes(of: path))
    }
}
