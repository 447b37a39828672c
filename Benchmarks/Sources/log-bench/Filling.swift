import Federation
import Foundation
import NodeStore
import TransparencyLog

/// Puts made-up entries into the log of a node that is not running: `fill FOLDER KEYFILE ORIGIN COUNT`.
struct Filling {
    private let database: LogDatabase
    private let origin: LogOrigin
    private let signer: NoteSigner
    private let count: Int

    init(_ arguments: [String]) throws {
        guard arguments.count == 4, let origin = LogOrigin(arguments[2]), let count = Int(arguments[3]),
            let seed = Base64.decode(
                String(try String(contentsOfFile: arguments[1], encoding: .utf8).prefix { !$0.isNewline })),
            let signer = NoteSigner(name: origin.text, privateKey: seed)
        else { throw OriginLog.Broken() }
        database = try LogDatabase(DataFolder(URL(filePath: arguments[0])))
        self.origin = origin
        self.signer = signer
        self.count = count
    }

    func run() throws {
        var frontier = try database.read(origin) { try Frontier(size: $0.size, reader: $0) } ?? Frontier()
        for start in stride(from: 0, to: count, by: 4096) {
            let entries = (start..<min(count, start + 4096)).map(OriginLog.entry)
            let batch = LogBatch(origin: origin, onto: frontier, entries: entries)
            try database.append(batch) { try OriginLog.sign($0, signer) }
            frontier = batch.frontier
        }
        print("\(frontier.size)")
    }
}
