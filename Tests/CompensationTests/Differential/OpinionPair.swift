/// A random job and what the second opinion says of it.
struct OpinionPair: Decodable {
    let job: OpinionJob
    let answer: Opinion
}
