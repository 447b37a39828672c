import CFuzzer
import Foundation
import Subjects

/// `FUZZ_SUBJECT=NAME fuzz [libFuzzer's options] [folders]`: shows a reader bytes that libFuzzer makes up. The name stands
/// outside the arguments because libFuzzer starts itself again with them. `fuzz --seeds FOLDER` writes sound inputs to
/// begin with; without a name it prints the names.
@main
struct Fuzz {
    private static let name = ProcessInfo.processInfo.environment["FUZZ_SUBJECT"]
    private static let subject = FuzzSubject.all.first { $0.name == name }

    static func main() throws {
        guard let subject else {
            for subject in FuzzSubject.all { print(subject.name) }
            return
        }
        if CommandLine.arguments.count == 3, CommandLine.arguments[1] == "--seeds" {
            for (place, bytes) in try Seeds.of(subject.name).enumerated() {
                try Data(bytes).write(to: URL(filePath: CommandLine.arguments[2]).appending(path: "seed-\(place)"))
            }
            return
        }
        var count = CommandLine.argc
        var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
        _ = LLVMFuzzerRunDriver(&count, &arguments) { start, count in
            Fuzz.show(Array(UnsafeBufferPointer(start: start, count: count)))
            return 0
        }
    }

    /// What does not hold ends the process, which is how libFuzzer hears of it.
    private static func show(_ bytes: [UInt8]) {
        do {
            _ = try subject?.read(bytes)
        } catch {
            fatalError("\(error)")
        }
    }
}
