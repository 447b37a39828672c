import Federation

extension Timestamp {
    /// `2026-11-21 17:30`, with the whole moment for machines.
    var minute: Markup {
        .element(.time, .named(.datetime, text)) { text.prefix(10) + " " + text.dropFirst(11).prefix(5) }
    }
}
