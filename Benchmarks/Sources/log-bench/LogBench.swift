import Contest
import Foundation

/// Times taking in, checking and writing a log, in one process and on a real file system.
@main
struct LogBench {
    static func main() throws {
        if CommandLine.arguments.dropFirst().first == "fill" {
            try Filling(Array(CommandLine.arguments.dropFirst(2))).run()
            return
        }
        if CommandLine.arguments.dropFirst().first == "signatures" {
            try measureSignatures(isQuick: CommandLine.arguments.contains("quick"))
            return
        }
        let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
        let count = arguments.first ?? 262_144
        let rounds = arguments.dropFirst().first ?? 5
        let origin = try OriginLog(count: count)
        print("\(count) entries of \(OriginLog.entryLength) bytes, \(rounds) rounds, contestants in turn; medians")
        for contest in [Contests.mirroring(origin), Contests.writing(origin)] {
            print("\n\(contest.title)")
            for figure in try contest.run(rounds: rounds, count: count) { print("  \(figure.line)") }
        }
    }

    /// `signatures`: what SM2 beside Ed25519 costs.
    private static func measureSignatures(isQuick: Bool) throws {
        let origin = try OriginLog(count: isQuick ? 8192 : 65_536)
        let rounds = isQuick ? 1 : 7
        let contests = try SignatureContests(origin)
        for contest in try contests.single() {
            print("\n\(contest.title)")
            for figure in try contest.run(rounds: rounds, secondsEach: isQuick ? 0.1 : 1) { print("  \(figure.line)") }
        }
        for contest in [
            try contests.following(every: 256), try contests.growing(every: 256, times: 1),
            try contests.growing(every: 256, times: 2), try contests.following(every: 4096),
        ] {
            print("\n\(contest.title)")
            for figure in try contest.run(rounds: rounds, count: origin.entries.count) { print("  \(figure.line)") }
        }
    }
}
