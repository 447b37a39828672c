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
}
