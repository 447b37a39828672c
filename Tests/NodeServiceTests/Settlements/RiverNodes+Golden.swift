import Foundation
import Testing

@testable import NodeService

extension RiverNodes {
    /// The nodes of a golden case with every outcome of it proposed, accepted, verified and recorded.
    static func settled(_ golden: GoldenRiver, in folder: URL) async throws -> RiverNodes {
        let nodes = try await RiverNodes(golden.parties, channel: "river", in: folder)
        try nodes.setClock("2026-03-02T09:00:00+08:00")
        let first = golden.parties[0]
        for section in golden.sections {
            try await nodes.done(
                first,
                .addSection(
                    .init(
                        id: section.id, nameZh: section.name, nameEn: section.id, aliases: [], river: "r", basin: "b",
                        bodyType: "river", controlLevel: "国控", upstream: golden.parties[1], downstream: first)))
        }
        try await nodes.exchange(1)
        try await nodes.agree(
            try Repository.bytes("schemes/\(golden.scheme).md"), golden.agreement, channel: "river",
            settings: golden.parameters)
        if !golden.readings.isEmpty {
            let csv = (["断面,监测时间,状态,\(golden.columns)"] + golden.readings).joined(separator: "\n") + "\n"
            let file = LocalNode.file("readings.csv", Array(csv.utf8), year: nil)
            try await nodes.done(first, .importReadings(file))
        }
        for outcome in golden.outcomes where !outcome.facts.isEmpty {
            try await nodes.agreeOnFacts(golden.agreement, outcome.period, outcome.facts)
        }
        try await nodes.exchange()
        try await nodes.settle(golden.agreement, golden.outcomes.map(\.period))
        return nodes
    }
}
