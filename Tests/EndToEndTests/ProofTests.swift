import Foundation
import Testing

extension EndToEnd {
    /// What an auditor without our program finds in a settlement's folder of proofs.
    @Suite struct ProofTests {
        @Test func aSettlementIsCheckedWithPythonAndOpenssl() async throws {
            let federation = try await TestFederation()
            let (chongqing, hunan) = (federation.chongqing, federation.hunan)
            try await federation.start(chongqing, hunan, federation.centre)
            try await federation.agree()
            try await chongqing.done("import", ProgramUnderTest.file("docs/demo/liye-2021-04.csv"), "--year", "2021")
            for node in [chongqing, hunan] { try await federation.settlement("proposed", at: node) }
            for node in [chongqing, hunan] { try await federation.accept(at: node) }
            try await federation.settlement("recorded", at: hunan)
            let folder = federation.scratch("proofs")
            try await hunan.done("proof", "youshui-2019", "2021-04", "--out", folder)
            try await federation.stop()

            let check = try DocumentedCheck(federation.scratch)
            let keys = Run.text("\(folder)/keys.txt").split(separator: "\n").map(String.init)
            let owners = ["proposal-500000", "acceptance-500000", "proposal-430000", "acceptance-430000", "verdict"]
            for name in owners {
                let owner = name == "verdict" ? "100000" : String(name.suffix(6))
                let key = try #require(keys.first { $0.hasPrefix(owner) })
                let other = try #require(keys.first { !$0.hasPrefix(owner) && !$0.hasPrefix("#") })
                let (proof, entry) = ("\(folder)/\(name).tlog-proof", "\(folder)/\(name).json")
                #expect(try await check.holds("proof", key, proof, entry), "\(name)")
                #expect(try await !check.holds("proof", other, proof, entry), "\(name)")
                let strange = name == "verdict" ? "\(folder)/proposal-500000.json" : "\(folder)/verdict.json"
                #expect(try await !check.holds("proof", key, proof, strange), "\(name)")
            }
            // The key is the one that the node gave to its neighbours.
            #expect(keys.contains(try VerifierKey.text(of: hunan, channel: "youshui")))
        }
    }
}
