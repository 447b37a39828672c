import Country
import Foundation
import NIOCore
import NIOPosix

/// Plays every member of the federation towards one real centre, on one thread.
///
///     load-bench peers FOLDER PORT COUNTIES
///     load-bench play FOLDER PORT CENTRE-PORT COUNTIES MONTHS STEP…
///
/// `peers` writes the members' public files. `play` serves their logs and witnesses on PORT, follows the centre's logs
/// as a node does, and lets the logs grow step by step. A step is `settlements=RATE,counties=RATE,seconds=N`, rates per
/// second. Certificates are in FOLDER/certs. Every line of the output is one JSON object.
@main
struct LoadBench {
    static func main() async throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        let numbers = arguments.dropFirst(2).compactMap { Int($0) }
        switch arguments.first {
        case "peers" where numbers.count == 2:
            try PeerFiles(folder: arguments[1], port: numbers[0], counties: numbers[1]).write()
        case "play" where numbers.count == 4:
            try FileLimit.raise()
            let steps = try arguments.dropFirst(6).map(LoadStep.init)
            try await play(arguments[1], port: numbers[0], centre: numbers[1], numbers[2], months: numbers[3], steps)
        default: throw LoadProblem("unknown arguments")
        }
    }

    private static func play(
        _ folder: String, port: Int, centre: Int, _ counties: Int, months: Int, _ steps: [LoadStep]
    ) async throws {
        let year = try NationalYear(year: 2023, countyAgreements: 0, months: months, quietCounties: counties)
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let world = try await loop.submit {
            NIOLoopBound(try World(year, certificates: folder + "/certs", centrePort: centre, loop), eventLoop: loop)
        }.get()
        let stage = Stage(world: world, loop: loop)
        try await stage.listen(port)
        try await stage.open()
        for step in steps { try await stage.play(step) }
        Report.say(["event": "end"])
    }
}
