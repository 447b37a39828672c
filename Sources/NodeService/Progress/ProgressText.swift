import Compensation

/// One line about how far something is: share, counts, rate and what is left.
enum ProgressText {
    /// - Parameter milliseconds: spent on `gained` units so far.
    static func line(_ stage: Bilingual, _ done: Int, of total: Int, gained: Int, in milliseconds: Int) -> Bilingual {
        let rate = share(of: gained, in: max(1, milliseconds), times: 1000)
        let share = share(of: done, in: total, times: 100)
        let counts = "\(share)%  \(done)/\(total)"
        guard rate > 0 else { return Bilingual(zh: "\(stage.zh) \(counts)", en: "\(stage.en) \(counts)") }
        let left = max(0, total - done) / rate
        return Bilingual(
            zh: "\(stage.zh) \(counts)  每秒 \(rate)  剩余约 \(left) 秒",
            en: "\(stage.en) \(counts)  \(rate)/s  about \(left) s left")
    }

    private static func share(of part: Int, in whole: Int, times factor: Int) -> Int {
        guard part > 0, whole > 0 else { return 0 }
        let (product, isTooLarge) = part.multipliedReportingOverflow(by: factor)
        return isTooLarge ? part / max(1, whole / factor) : product / whole
    }
}
