/// Where the second opinion lives, and what it is asked: jobs given, or so many random ones from a seed.
struct OpinionQuestion: Encodable {
    let folder: String
    var seed = 0
    var count = 0
    var jobs: [OpinionJob] = []
}
