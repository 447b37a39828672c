import Compensation
import Foundation

/// The schemes that are settled, from the library of the repository.
struct SchemeFiles {
    struct Refused: Error {
        let codes: [String]
    }

    let root: URL

    /// From `Benchmarks/Sources/bench` up.
    init(from file: String = #filePath) {
        var folder = URL(filePath: file)
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        root = folder
    }

    /// 重庆-2023 as it is, with four sections.
    func ladder() throws -> String { try text("重庆-2023") }

    /// 重庆-2023 as two districts on one river would sign it: 茨坝 alone.
    func ladderOfOneSection() throws -> String {
        let others = ["  璧南河出境:", "  临江河河口:", "  涪江入境:"]
        return try ladder().split(separator: "\n", omittingEmptySubsequences: false)
            .filter { line in !others.contains { line.hasPrefix($0) } }
            .joined(separator: "\n")
            .replacingOccurrences(of: "= 茨坝, 璧南河出境, 临江河河口, 涪江入境", with: "= 茨坝")
            .replacingOccurrences(of: "= 茨坝, 璧南河考核断面, 临江河河口, 涪江入境", with: "= 茨坝")
    }

    /// 新安江, third round.
    func index() throws -> String { try text("新安江-安徽-浙江-第三轮") }

    private func text(_ name: String) throws -> String {
        try String(contentsOf: root.appending(path: "schemes/\(name).md"), encoding: .utf8)
    }

    static func load(_ text: String) throws -> Scheme {
        switch Scheme.load(Array(text.utf8)) {
        case .success(let scheme): return scheme
        case .failure(let problems): throw Refused(codes: problems.all.map(\.code))
        }
    }
}
