import Foundation
import Testing

@testable import NodeService

/// What goes to support.
@Suite("The archive for support")
struct SupportBundleTests {
    @Test("tar reads it, whatever the sizes")
    func tar() throws {
        let texts = ["", "a", String(repeating: "中", count: 171), String(repeating: "x", count: 512)]
        var archive = TarArchive()
        for (position, text) in texts.enumerated() { archive.add("folder/\(position).txt", text) }
        let folder = try Folder()
        let file = try folder.write("a.tar", archive.bytes)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["tar", "xf", file.path, "-C", folder.url.path]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        for (position, text) in texts.enumerated() {
            let read = try String(contentsOf: folder.url.appending(path: "folder/\(position).txt"), encoding: .utf8)
            #expect(read == text)
        }
    }

    @Test("A key pasted into a configuration is blotted out; public keys and paths stay")
    func redaction() {
        let kind = ["PRIVATE", "KEY"].joined(separator: " ")
        let secret = String(repeating: "A", count: 43) + "="
        let text = """
            data: /var/lib/tongzhou
            log_key: keys/log.key
            password: \(secret)
            tls:
              key: -----BEGIN \(kind)-----
                \(secret)
                -----END \(kind)-----
            peers: peers
            """
        let redacted = SupportBundle.redacted(text)
        #expect(!redacted.contains(secret) && !redacted.contains("PRIVATE"))
        for line in ["data: /var/lib/tongzhou", "log_key: keys/log.key", "tls:", "peers: peers"] {
            #expect(redacted.contains(line))
        }
        #expect(SupportBundle.redacted("log_key: \(secret)") == "log_key: (redacted)")
        #expect(SupportBundle.redacted("log_key: \(secret)", keepingPublicKeys: true) == "log_key: \(secret)")
    }
}
