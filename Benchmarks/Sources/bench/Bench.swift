import Compensation
import Contest
import Foundation

/// Times the computation on one core and prints a table per contest: `bench [rounds]`, 15 unless told.
@main
struct Bench {
    static func main() throws {
        let files = SchemeFiles()
        let python = SecondOpinion(folder: files.root.appending(path: "Tests/SecondOpinion"))
        let rounds = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 15

        func show(_ contest: Contest, python rate: () throws -> Double) throws {
            print("\n\(contest.title)")
            let figures = try contest.run(rounds: rounds, secondsEach: 0.2)
            for figure in figures { print("  \(figure.line)") }
            let rates = try (0..<3).map { _ in try rate() }.sorted()
            print("  \(Figure(name: "Python", rate: rates[1], ratio: rates[1] / figures[0].rate).line)")
        }

        print("\(rounds) rounds of 0.2 s each, contestants in turn; medians")
        try show(Contests.classification()) { try python.classifications(count: 20_000) }
        for (text, sections) in [(try files.ladderOfOneSection(), 1), (try files.ladder(), 4)] {
            let cases = try LadderCases.make(64, sections: sections)
            try show(try Contests.ladder(SchemeFiles.load(text), cases, sections: sections)) {
                try python.settlements(text, cases[0], count: 1000)
            }
        }
        let text = try files.index()
        let cases = try IndexCases.make(64)
        try show(try Contests.index(SchemeFiles.load(text), cases)) {
            try python.settlements(text, cases[0], count: 1000)
        }
    }
}
