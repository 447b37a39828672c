import Compensation
public import Federation
public import Foundation
import Presentation

/// Where the public pages are served, and what of: section `pages` of `node.yaml`. Without it nothing is public.
public struct PagesConfiguration: Sendable {
    public let host: String
    public let port: Int
    /// Whose entries are shown, own and mirrored alike; nothing that was said elsewhere is.
    public let channels: [ChannelName]
    /// Certificate chain and private key, PEM; without them the pages are served on loopback only.
    public let tls: (certificate: URL, key: URL)?

    static func read(_ reader: inout ConfigurationReader, path: (String) -> URL) throws -> PagesConfiguration? {
        guard var section = try reader.optionalSection("pages") else { return nil }
        let configuration = try Self(&section, path)
        try section.finish()
        return configuration
    }

    private init(_ section: inout ConfigurationReader, _ path: (String) -> URL) throws {
        let certificate = try section.optionalText("certificate").map(path)
        let key = try section.optionalText("key").map(path)
        switch (certificate, key) {
        case (let certificate?, let key?): tls = (certificate, key)
        case (nil, nil): tls = nil
        default:
            throw section.problem(
                certificate == nil ? "key" : "certificate", zh: "certificate 与 key 须同时给出",
                en: "certificate and key go together")
        }
        let address = try section.parsed("listen", expected: ListenAddress.expected, ListenAddress.init)
        (host, port) = (address.host, address.port)
        guard tls != nil || address.isLoopback else {
            throw section.problem(
                "listen", zh: "不用 TLS 时只能在本机监听（127.0.0.1 或 [::1]）；给出 certificate 和 key，或由反向代理对外",
                en:
                    "without TLS it may listen on this machine only (127.0.0.1 or [::1]); give certificate and key, or put a reverse proxy before it"
            )
        }
        channels = try section.texts("channels").map { name in
            guard let channel = ChannelName(name) else {
                throw section.problem(
                    "channels", zh: "“\(name)”不是通道名", en: "“\(name)” is not the name of a channel")
            }
            return channel
        }
        for needed in [ChannelName.common, .central] where !channels.contains(needed) {
            throw section.problem(
                "channels", zh: "须包括 \(needed.text)：断面、数据、核验结论和台账都在 common 与 central 中",
                en:
                    "\(needed.text) has to be among them: sections, readings, verdicts and the ledger are in common and central"
            )
        }
    }
}
