import Testing

@testable import NodeService

/// Monitoring needs no certificate, so it is never offered beyond this machine.
@Suite("Addresses for monitoring")
struct LoopbackAddressTests {
    @Test(
        "Loopback and a port",
        arguments: [
            ("127.0.0.1:9464", "127.0.0.1", 9464), ("[::1]:9464", "::1", 9464), ("localhost:0", "localhost", 0),
        ])
    func good(text: String, host: String, port: Int) {
        #expect(LoopbackAddress(text)?.host == host)
        #expect(LoopbackAddress(text)?.port == port)
    }

    @Test(
        "Anything else",
        arguments: [
            "0.0.0.0:9464", "10.0.0.1:9464", "127.0.0.1", "127.0.0.1:", ":9464", "9464", "::1:9464",
            "127.0.0.1:65536", "127.0.0.1:-1", "127.0.0.1.example.cn:80", "[::]:9464", "",
        ])
    func bad(text: String) { #expect(LoopbackAddress(text) == nil) }
}
