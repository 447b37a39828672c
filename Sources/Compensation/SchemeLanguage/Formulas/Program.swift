/// A checked scheme as it is computed.
struct Program: Sendable {
    var members = Membership()
    let units: Units
    var rules: [Rule] = []
    /// The parameters and unverified numbers that payments rest on, in the order of the text.
    private(set) var restsOn: [String] = []

    init(units: Units) {
        self.units = units
    }

    /// Nothing is added any more.
    init(members: Membership, units: Units, rules: [Rule]) {
        self.members = members
        self.units = units
        self.rules = rules
        for rule in rules {
            guard case .payment = rule.content else { continue }
            restsOn += rule.restsOn.filter { name in !restsOn.contains { UTF8Order.areEqual($0, name) } }
        }
    }
}
