import Foundation
import NodeService
import TransparencyLog

/// Writes the folders of a federation: configuration, keys that follow from the seed, facts for the neighbours.
struct FederationFiles {
    let root: URL
    let provinces: [Province]
    let rivers: [River]

    var peers: URL { root.appending(path: "peers") }

    func home(_ province: Province) -> URL { root.appending(path: province.code) }

    func write(seed: UInt64) throws {
        try FileManager.default.createDirectory(at: peers, withIntermediateDirectories: true)
        for province in provinces {
            let home = home(province)
            try FileManager.default.createDirectory(
                at: home.appending(path: "keys"), withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            var chance = Chance(seed, "key of \(province.code)")
            let bytes = (0..<32).map { _ in UInt8(truncatingIfNeeded: chance.next()) }
            let file = home.appending(path: "keys/log.key")
            try Data((Base64.encode(bytes) + "\n").utf8).write(to: file)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
            try Data(configuration(province).utf8).write(to: home.appending(path: "node.yaml"))
            let key = try LogKey(contentsOf: file).publicKey
            try Data(facts(province, key).utf8).write(to: peers.appending(path: "\(province.node).yaml"))
        }
    }

    private func member(_ province: Province) -> String {
        """
        node: \(province.node)
        code: "\(province.code)"
        role: \(province.isCentre ? "centre" : "province")
        name: {zh: \(province.zh), en: \(province.en)}
        """
    }

    private func rivers(of province: Province) -> [River] { rivers.filter { $0.parties.contains(province) } }

    private func channels(_ province: Province) -> [String] {
        ["common"] + (province.isCentre ? ["central"] : rivers(of: province).map(\.channel))
    }

    private func configuration(_ province: Province) -> String {
        var channels = "  common: {epoch: 1, readers: [members]}\n"
        if province.isCentre { channels += "  central: {epoch: 1, readers: [members]}\n" }
        for river in rivers(of: province) {
            let readers = (river.parties + [Province.centre]).filter { $0 != province }.map(\.node)
            channels += "  \(river.channel): {epoch: 1, readers: [\(readers.joined(separator: ", "))]}\n"
        }
        return """
            \(member(province))
            listen: {host: 127.0.0.1, port: 1}
            data: .
            tls: {certificate: none.pem, key: none.key, authority: none.pem}
            log_key: keys/log.key
            peers: ../peers
            settlements: {proposing: automatic, accepting: operator}
            channels:
            \(channels)
            """
    }

    private func facts(_ province: Province, _ key: [UInt8]) -> String {
        """
        \(member(province))
        address: {host: 127.0.0.1, port: 1}
        log_key: \(Base64.encode(key))
        logs: [\(channels(province).map { "\($0)/1" }.joined(separator: ", "))]

        """
    }
}
