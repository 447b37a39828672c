import Federation
import NodeService
import Testing

@Suite struct NodeNameTests {
    @Test(arguments: [
        "500000.tongzhou.test", "a", "node-b.fed.test", "x1.y2.z3",
        String(repeating: "a", count: 63), String(repeating: "ab.", count: 39) + "abc",
    ])
    func accepted(_ text: String) {
        #expect(NodeName(text)?.text == text)
    }

    @Test(
        "Not a DNS name in lower case, longer than 120 bytes, or readable as an IP address",
        arguments: [
            "", ".", "a.", ".a", "a..b", "A.test", "a_b.test", "a b.test", "-a.test", "a-.test",
            "节点.test", "a.test\n", "127.0.0.1", "500000", "a/b", "a.test:443", "*.test",
            String(repeating: "a", count: 64), String(repeating: "ab.", count: 39) + "abcd",
        ])
    func refused(_ text: String) {
        #expect(NodeName(text) == nil)
    }
}
