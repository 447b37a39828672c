/// Clock, chance and standard output have one place each, so that everything else can be tested
/// and simulated.
enum EdgeRules {
    /// Findings for clocks, chance and printing outside their places.
    static func findings(in file: SourceFile) -> [Finding] {
        var findings: [Finding] = []
        if !file.path.hasPrefix("Sources/NodeService/Edge/") {
            for pattern in clocksAndChance {
                findings += file.occurrences(of: pattern).map { index in
                    file.finding(
                        at: index, rule: "`\(pattern.joined())` outside Sources/NodeService/Edge",
                        reason: "clock and chance come in from the edge, or no run can be repeated")
                }
            }
        }
        if !["tongzhou", "tongzhou-sim"].contains(file.target) {
            findings += file.occurrences(of: ["print", "("]).filter { index in
                !file.matches(["."], at: index - 1) && !file.matches(["func"], at: index - 1)
            }.map { index in
                file.finding(
                    at: index, rule: "`print(` outside Sources/tongzhou",
                    reason: "only the command line speaks on standard output; a node logs")
            }
        }
        return findings
    }

    private static let clocksAndChance = [
        ["Date", "(", ")"], ["Date", ".", "now"], ["Date", "(", "timeIntervalSinceNow"],
        ["ContinuousClock"], ["SuspendingClock"], ["clock_gettime"], ["gettimeofday"],
        ["SystemRandomNumberGenerator"], [".", "random", "("], [".", "randomElement", "(", ")"],
        [".", "shuffled", "(", ")"], [".", "shuffle", "(", ")"], ["arc4random"], ["UUID", "(", ")"],
    ]
}
