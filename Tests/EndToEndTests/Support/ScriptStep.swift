import Foundation

/// One line of a script: what to do or what to expect of the command before it.
struct ScriptStep {
    let line: Int
    let word: String
    let rest: String

    /// The rest cut into words; single and double quotes keep blanks together.
    var words: [String] {
        var words: [String] = []
        var word: String?
        var quote: Character?
        for character in rest {
            if character == quote {
                quote = nil
            } else if quote == nil, character == "'" || character == "\"" {
                quote = character
                word = word ?? ""
            } else if quote == nil, character == " " {
                if let finished = word { words.append(finished) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        if let word { words.append(word) }
        return words
    }
}
