import Compensation
import Federation
import Foundation
import Testing
import TransparencyLog

@testable import NodeService

/// The key that speaks for a province.
@Suite("The log key")
struct LogKeyTests {
    /// RFC 8032 section 7.1, test 1.
    private static let seed = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
    private static let publicKey = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"

    private func text() throws -> String { Base64.encode(try #require(Hex.decode(Self.seed))) }

    @Test("The public key is the one of RFC 8032", arguments: ["", "\n"])
    func publicKey(end: String) throws {
        let folder = try Folder()
        let key = try LogKey(contentsOf: try folder.write("log.key", try text() + end, mode: 0o600))
        #expect(Hex.encode(key.publicKey) == Self.publicKey)
    }

    /// Made by Python's `cryptography`: HKDF-SHA256 of the seed without salt, info "tongzhou cosigner v1", line feed,
    /// name; key IDs as C2SP tlog-cosignature has them.
    @Test("Witness and mirror have keys of their own, which the log key brings back")
    func cosigners() throws {
        let folder = try Folder()
        let key = try LogKey(contentsOf: try folder.write("log.key", try text(), mode: 0o600))
        let node = try #require(NodeName("500000.tongzhou.test"))
        #expect(
            key.cosigner(.witness, of: node)?.verifier.vkey
                == "500000.tongzhou.test/witness+14b08c38+BBt2vcfzJdpE6hmpPg9lKE1c9SgcieQxCCxhUFtvVulP")
        #expect(
            key.cosigner(.mirror, of: node)?.verifier.vkey
                == "500000.tongzhou.test/mirror+861758b3+BERJFaCB6mbTsKbK/kohfjLTYpsge5AKs1OZURxP/W2W")
        // The entry names them with proofs that neighbours accept.
        let member = Member(
            node: node, code: try #require(PartyCode("500000")), role: .province, name: Bilingual(zh: "重庆市", en: "a"),
            logKey: key.publicKey)
        let log = try #require(LogOrigin("500000.tongzhou.test/common/1"))
        let at = try #require(Timestamp("2021-05-06T09:00:00+08:00"))
        let said = try SignedEntry(log: log, at: at, entry: .node(try key.registration(of: member))).encoded()
        var docket = Docket(roster: try #require(Roster([member])))
        docket.fold([said], from: 0, head: CutLog(log: log, size: 1, root: .emptyTree))
        for cosigner in Cosigner.allCases {
            let signer = try #require(key.cosigner(cosigner, of: node))
            #expect(docket.keys.cosigners(cosigner, of: node) == [signer.verifier])
        }
    }

    @Test("Nobody else may read it", arguments: [0o600, 0o400, 0o700, 0o640, 0o604, 0o610, 0o601, 0o602, 0o644])
    func modes(mode: Int) throws {
        let folder = try Folder()
        let file = try folder.write("log.key", try text(), mode: mode)
        if mode & 0o077 == 0 {
            #expect(throws: Never.self) { try LogKey(contentsOf: file) }
        } else {
            let problem = try #require(throws: ConfigurationProblem.self) { try LogKey(contentsOf: file) }
            #expect(problem.message.zh.contains("chmod 600"))
        }
    }

    @Test("A link is judged by the file it leads to")
    func link() throws {
        let folder = try Folder()
        let link = folder.url.appending(path: "link.key")
        let file = try folder.write("log.key", try text(), mode: 0o600)
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
        #expect(throws: Never.self) { try LogKey(contentsOf: link) }
        try folder.write("log.key", try text(), mode: 0o644)
        #expect(throws: ConfigurationProblem.self) { try LogKey(contentsOf: link) }
    }

    @Test("Anything else is not a key, and is never repeated in the message")
    func garbage() throws {
        let folder = try Folder()
        let text = try text()
        let texts = [
            "", "\n", "garbage-secret", text + "\n\n", " " + text, text + "\r\n", String(text.dropLast(4)), text + text,
        ]
        for content in texts.map({ Array($0.utf8) }) + [[0xFF, 0xFE], Array(repeating: 0x41, count: 300_000)] {
            let file = try folder.write("log.key", content, mode: 0o600)
            let problem = try #require(throws: ConfigurationProblem.self) { try LogKey(contentsOf: file) }
            #expect(!problem.text(.en).contains("secret"))
        }
        #expect(throws: ConfigurationProblem.self) { try LogKey(contentsOf: folder.url.appending(path: "absent")) }
    }

    @Test("A new key is written for its owner only, and never over another")
    func write() throws {
        let folder = try Folder()
        let file = folder.url.appending(path: "log.key")
        let key = LogKey.generate()
        try key.write(to: file)
        #expect(try LogKey(contentsOf: file).publicKey == key.publicKey)
        let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? NSNumber
        #expect(mode?.intValue == 0o600)
        #expect(throws: CertificateFailure.self) { try LogKey.generate().write(to: file) }
        #expect(try LogKey(contentsOf: file).publicKey == key.publicKey)
    }
}
