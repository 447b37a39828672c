import Foundation
import NodeService

/// Ctrl-C in a command that only looks.
enum Interruption {
    /// Ends the program with 130 at once; nothing is being written.
    static func endsTheProgram() {
        signal(SIGINT) { _ in _exit(NodeService.ExitCode.interrupted) }
    }
}
