import Testing

/// Everything proven with the real program: real processes, real TLS, real SQLite, on loopback.
/// One after the other, because each starts several processes.
@Suite(.serialized) enum EndToEnd {}
