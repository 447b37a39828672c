import Compensation
import Federation
import Foundation

/// A file of public facts as `peers/` ships it: like a peer file, its log key not yet known.
struct NodeFacts {
    let node: NodeName
    let code: PartyCode
    let role: NodeRole
    let name: Bilingual
    let host: String
    let port: Int
    let logs: [LogOrigin]

    init(contentsOf url: URL) throws {
        var reader = try ConfigurationReader(file: url.path, text: ConfigurationFile.text(of: url))
        (node, code, role, name) = try MemberFacts.read(&reader)
        (host, port, logs) = try MemberFacts.readReach(&reader, node)
        _ = try reader.optionalText("log_key")
        _ = try reader.optionalText("tls_key")
        _ = try MemberFacts.readSM2Keys("sm2_keys", &reader)
        _ = try MemberFacts.readFormerKeys(&reader, node)
        try reader.finish()
    }
}
