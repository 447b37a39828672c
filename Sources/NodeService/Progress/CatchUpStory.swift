import Compensation

/// Tells how catching up with a long log goes: when it begins, every half minute, and when it is over.
struct CatchUpStory {
    struct Line: Equatable {
        /// Event code of the node's log.
        let event: String
        let message: String
    }

    /// Fewer entries are there in a moment and not worth a line.
    static let threshold = 1024
    private static let pause = Duration.seconds(30)

    private var begin: (size: Int, time: Duration)?
    private var told: Duration?

    /// What to say now that `size` of `known` entries are verified.
    mutating func line(size: Int, known: Int, at now: Duration) -> Line? {
        guard let begin else {
            guard known - size >= Self.threshold else { return nil }
            begin = (size, now)
            told = now
            return Line(event: "catching-up", message: "\(known - size) entries behind, catching up")
        }
        let milliseconds = (now - begin.time).milliseconds
        if size >= known {
            self.begin = nil
            return Line(event: "caught-up", message: "\(size - begin.size) entries in \(milliseconds / 1000) s")
        }
        guard let told, now - told >= Self.pause else { return nil }
        self.told = now
        let progress = ProgressText.line(
            Bilingual(zh: "", en: "catching up"), size, of: known, gained: size - begin.size, in: milliseconds)
        return Line(event: "catching-up", message: progress.en)
    }
}
