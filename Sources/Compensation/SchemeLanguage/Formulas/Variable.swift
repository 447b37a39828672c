/// A variable with the place of its value while its body is computed.
struct Variable: Equatable, Sendable {
    let name: String
    let place: Int
    let domain: Domain
}
