import Testing
import TransparencyLog

@Suite("base 64 and base 16")
struct EncodingTests {
    @Test(
        "RFC 4648 section 10 vectors",
        arguments: [
            ("", "", ""), ("f", "Zg==", "66"), ("fo", "Zm8=", "666f"), ("foo", "Zm9v", "666f6f"),
            ("foob", "Zm9vYg==", "666f6f62"), ("fooba", "Zm9vYmE=", "666f6f6261"),
            ("foobar", "Zm9vYmFy", "666f6f626172"),
        ])
    func rfc4648(plain: String, base64: String, hex: String) {
        let bytes = Array(plain.utf8)
        #expect(Base64.encode(bytes) == base64)
        #expect(Base64.decode(base64) == bytes)
        #expect(Hex.encode(bytes) == hex)
        #expect(Hex.decode(hex) == bytes)
    }

    @Test("all 64 symbols")
    func alphabet() {
        let text = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        #expect(Base64.decode(text).map(Base64.encode) == text)
    }

    @Test(
        "a second spelling of base 64 is refused",
        arguments: [
            "Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "Zm8", "Zm9v\n", "Zm 9", " Zg==", "Zg==Zg==",
            "Zg======", "====", "=Zg=", "Z===", "Zm-_", "Zm9v=", "Ｚg==", "Zg==\0\0\0\0",
        ])
    func base64Refused(text: String) {
        #expect(Base64.decode(text) == nil)
    }

    @Test(
        "a second spelling of base 16 is refused",
        arguments: ["f", "6F", "0x66", "6 6", "66\n", "６６", "gg"])
    func hexRefused(text: String) {
        #expect(Hex.decode(text) == nil)
    }
}
