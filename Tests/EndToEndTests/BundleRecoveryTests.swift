import Foundation
import Testing

extension EndToEnd {
    /// Networks that are not connected: a lost disk comes back in a file from a neighbour.
    @Suite struct BundleRecoveryTests {
        @Test func aLostDiskIsRebuiltFromABundle() async throws {
            let federation = try await TestFederation()
            let (node, hunan, centre) = (federation.chongqing, federation.hunan, federation.centre)
            try await federation.start(node, hunan)
            try await node.register("a")
            try await federation.mirrored("\(node.name)/common/1", 2, at: hunan)
            try await federation.mirrored("\(node.name)/youshui/1", 1, at: hunan)
            try await federation.stop()
            let signed = try KeptLog.all(in: node.folder).filter(\.own)

            let file = federation.scratch("lost.tzbundle")
            try await hunan.done("bundle", "export", "--for", node.code, "--their-own", "--out", file)
            let manager = FileManager.default
            for name in try manager.contentsOfDirectory(atPath: node.folder) where name.contains(".sqlite") {
                try manager.removeItem(atPath: "\(node.folder)/\(name)")
            }
            try Sentinel(of: node.folder).forget()
            let foreign = try await centre.command("recover", "--bundle", file)
            #expect(foreign.exitCode == 6 && foreign.errors.contains("bundle-other-recipient"), "\(foreign)")
            let absent = try await node.command("recover", "--bundle", "/nowhere")
            #expect(absent.exitCode == 6 && !manager.fileExists(atPath: "\(node.folder)/log.sqlite"), "\(absent)")

            let recovered = try await node.command("recover", "--bundle", file)
            #expect(recovered.exitCode == 0 && recovered.json["complete"].flag == true, "\(recovered)")
            #expect(recovered.json["answered"].list.map(\.text) == [hunan.name])
            let now = try KeptLog.all(in: node.folder).filter(\.own)
            #expect(now.map(\.entries) == signed.map(\.entries) && now.map(\.origin) == signed.map(\.origin))

            // Nobody is connected: it is the operator's word that lets it sign.
            try await node.start()
            #expect(try await node.conditions().contains("SIG-01 \(node.name)"))
            try await node.stop()
            try await node.startUnconfirmed()
            try await node.register("b")
            try await federation.start(hunan)
            try await federation.mirrored("\(node.name)/common/1", 3, at: hunan)
            #expect(try await !hunan.conditions().contains { $0.hasPrefix("MIR-") })

            let both = try await hunan.command("bundle", "export", "--for", node.code, "--their-own", "--with-mirrors")
            #expect(both.exitCode == 64, "\(both)")
            try await federation.stop()
        }
    }
}
