/// How fast the logs grow, and for how long.
struct LoadStep {
    /// Settlements proposed and accepted per second.
    var settlements = 0.0
    /// Readings per second of counties without agreements, each of another one of the first hundred.
    var counties = 0.0
    var seconds = 10.0

    init(_ text: String) throws {
        for part in text.split(separator: ",") {
            let words = part.split(separator: "=")
            guard words.count == 2, let number = Double(words[1]) else { throw LoadProblem("step \(text)") }
            switch words[0] {
            case "settlements": settlements = number
            case "counties": counties = number
            case "seconds": seconds = number
            default: throw LoadProblem("step \(text)")
            }
        }
    }
}
