import Compensation

/// The detection limits of the methods, as operators write them: `nh3n=0.025`.
enum DetectionLimits {
    /// - Throws: `CommandFailure` for a setting that is none.
    static func read(_ settings: [String]) throws -> [Indicator: ExactDecimal] {
        var limits: [Indicator: ExactDecimal] = [:]
        for setting in settings {
            let parts = setting.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, case .indicator(let indicator)? = ColumnMeaning(heading: parts[0]),
                let limit = ExactDecimal(parts[1]), MeasuredValue("<" + parts[1]) != nil
            else {
                throw CommandFailure(
                    zh: "检出限应写成 nh3n=0.025 的形式，而不是 \(setting)",
                    en: "a detection limit is written like nh3n=0.025, not \(setting)")
            }
            limits[indicator] = limit
        }
        return limits
    }
}
