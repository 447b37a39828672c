import NationalCryptography
import Testing

/// GB/T 32905-2016, annex A.
@Suite struct SM3Tests {
    @Test(arguments: [
        ("abc", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"),
        (
            String(repeating: "abcd", count: 16), "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"
        ),
    ])
    func theStandardsExamples(_ message: String, _ digest: String) throws {
        #expect(try Hexadecimal.text(SM3.digest(Array(message.utf8))) == digest)
    }

    @Test(arguments: [0, 1, 55, 56, 63, 64, 65, 100_000])
    func sameAsTheCommandLine(_ count: Int) throws {
        let message = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        let folder = try OpenSSLTool()
        defer { folder.remove() }
        let path = try folder.write(message, "message")
        let said = try folder.run("dgst", "-sm3", "-r", path)
        #expect(said.output.hasPrefix(try Hexadecimal.text(SM3.digest(message)) + " "))
    }
}
