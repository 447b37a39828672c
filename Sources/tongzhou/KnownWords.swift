import ArgumentParser
import Foundation
import NodeService

/// Completions from what the node knows. A shell asks at every press of a key: whatever is wrong, there is silence.
extension CompletionKind {
    static var peers: CompletionKind { known { $0.peers() } }
    static var sections: CompletionKind { known { $0.sections() } }
    static var agreements: CompletionKind { known { $0.agreements() } }
    static var periods: CompletionKind { known { $0.periods() } }

    private static func known(_ words: @escaping @Sendable (KnownWordsDesk) -> [String]) -> CompletionKind {
        .custom { arguments, _, prefix in
            let path = ConfigurationPath.chosen(given(in: arguments))
            let environment = ProcessInfo.processInfo.environment
            guard let desk = KnownWordsDesk(configuration: URL(filePath: path), environment: environment) else {
                return []
            }
            return words(desk).filter { $0.hasPrefix(prefix) }
        }
    }

    /// The configuration named on the line that is being typed.
    private static func given(in arguments: [String]) -> String? {
        let option = arguments.lastIndex { ["--config", "-c"].contains($0) }
        return option.flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
    }
}
