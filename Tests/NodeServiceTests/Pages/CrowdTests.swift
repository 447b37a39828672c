import Compensation
import Testing

@testable import NodeService

/// What a page costs when everybody wants it at the same moment, as when a minute has passed and it is made again.
@Suite("A crowd of readers")
struct CrowdTests {
    @Test("Who asks for what is just being made gets it, and nobody is sent away")
    func oneComputation() async throws {
        let local = try await LocalNode()
        let site = PublicSite(try local.open(), channels: nil)
        let answers = try await withThrowingTaskGroup(of: SiteAnswer.self) { group in
            for _ in 0..<200 {
                group.addTask { try await site.answer(.page(.zh, ["method"]), preferred: .zh) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let pages = answers.count { if case .content = $0 { true } else { false } }
        #expect(pages == 200, "\(answers.count { if case .busy = $0 { true } else { false } }) were sent away")
    }
}
