import Compensation
import Federation
import Foundation
import Testing

@testable import NodeService

/// The golden cases of rivers with an agreement's own parameters, readings and facts through running nodes: drafted,
/// signed, measured, proposed, accepted, verified and recorded, with the same transfers at every node.
@Suite struct GoldenRiverTests {
    @Test(arguments: GoldenRiver.all)
    func comesOutAtEveryNode(_ golden: GoldenRiver) async throws {
        let folder = try Folder()
        let nodes = try await RiverNodes.settled(golden, in: folder.url)
        for outcome in golden.outcomes {
            for code in nodes.codes {
                let paid = try await nodes.transfers(golden.agreement, outcome.period, at: code)
                #expect(paid == outcome.transfers, "\(outcome.period) at \(code)")
            }
        }
        for code in nodes.codes {
            let recorded = try await nodes.states(at: code).filter { $0.hasSuffix(" recorded") }
            #expect(recorded == golden.outcomes.map { "\($0.period) recorded" }, "\(code)")
        }
    }
}
