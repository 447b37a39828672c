/// Where the second opinion lives, and which random jobs it is asked about.
struct OpinionQuestion: Encodable {
    let folder: String
    let seed: Int
    let count: Int
}
