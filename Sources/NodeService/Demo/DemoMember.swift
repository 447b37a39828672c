import Compensation

/// A node of a demonstration and the agreements' channels it speaks in.
struct DemoMember: Sendable {
    static let centreCode = "100000"

    let code: String
    let name: Bilingual
    let channels: [String]

    var node: String { "\(code).tongzhou.test" }
    var isCentre: Bool { code == Self.centreCode }

    /// The file of public facts that `init` takes.
    var facts: String {
        let logs = ["common"] + (isCentre ? ["central"] : channels)
        return """
            node: \(node)
            code: "\(code)"
            role: \(isCentre ? "centre" : "province")
            name: {zh: \(name.zh), en: \(name.en)}
            address: {host: 127.0.0.1, port: 19000}
            logs: [\(logs.map { "\($0)/1" }.joined(separator: ", "))]

            """
    }

    /// An agreement's channel belongs to its parties; the centre only reads it.
    func readers(among members: [DemoMember]) -> [String] {
        channels.flatMap { channel in
            let names = members.filter { $0.code != code && ($0.isCentre || $0.channels.contains(channel)) }
            return ["--readers", "\(channel)=\(names.map(\.node).joined(separator: ","))"]
        }
    }
}
