import COpenSSL

/// What libcrypto could not do, with the words of its own error queue, for a log and not for a page.
public struct OpenSSLError: Error, Equatable, Sendable {
    /// What was tried.
    public let operation: String
    /// The queue, oldest first: `error:…:library::reason`.
    public let reasons: [String]

    /// Takes the calling thread's queue and leaves it empty.
    init(_ operation: String) {
        self.operation = operation
        reasons = Self.takeQueue()
    }

    /// Empties the calling thread's queue: what a refused input left there is not the next call's error.
    static func clearQueue() { ERR_clear_error() }

    private static func takeQueue() -> [String] {
        var found: [String] = []
        while true {
            let code = ERR_get_error()
            guard code != 0 else { return found }
            var text = [CChar](repeating: 0, count: 256)
            ERR_error_string_n(code, &text, text.count)
            found.append(text.withUnsafeBufferPointer { String(cString: $0.baseAddress!) })
        }
    }
}
