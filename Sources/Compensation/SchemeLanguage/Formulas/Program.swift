/// A checked scheme as it is computed.
struct Program: Sendable {
    var members = Membership()
    let units: Units
    var rules: [Rule] = []
}
