import ArgumentParser

/// A stretch of time as typed: `90s`, `10m`, `2h`.
struct TimeLimit: ExpressibleByArgument {
    let duration: Duration
    let defaultValueDescription: String

    static let tenMinutes = TimeLimit(duration: .seconds(600), defaultValueDescription: "10m")

    private init(duration: Duration, defaultValueDescription: String) {
        self.duration = duration
        self.defaultValueDescription = defaultValueDescription
    }

    init?(argument: String) {
        let unit: Int
        switch argument.last {
        case "s": unit = 1
        case "m": unit = 60
        case "h": unit = 3600
        default: return nil
        }
        // A year at most: nobody waits longer, and no product overflows.
        guard let count = Int(argument.dropLast()), (0...31_536_000).contains(count) else { return nil }
        self.init(duration: .seconds(count * unit), defaultValueDescription: argument)
    }
}
