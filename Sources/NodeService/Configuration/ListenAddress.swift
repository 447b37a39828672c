import Compensation

/// Where a listener listens: `127.0.0.1:9464`, `[::1]:9464`, `0.0.0.0:443`; port 0 lets the system choose one.
struct ListenAddress {
    /// Without the brackets of IPv6.
    let host: String
    let port: Int

    init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":"), colon != text.startIndex,
            let port = Int(text[text.index(after: colon)...]), (0...65_535).contains(port)
        else { return nil }
        let host = String(text[..<colon])
        let isBracketed = host.hasPrefix("[") && host.hasSuffix("]")
        guard isBracketed == host.contains(":") else { return nil }
        self.host = isBracketed ? String(host.dropFirst().dropLast()) : host
        self.port = port
    }

    var isLoopback: Bool { ["127.0.0.1", "localhost", "::1"].contains(host) }

    static let expected = Bilingual(zh: "地址:端口", en: "address:port")
}
