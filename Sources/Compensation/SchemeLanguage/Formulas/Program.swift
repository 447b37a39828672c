/// A checked scheme as it is computed.
struct Program: Sendable {
    var members = Membership()
    let units: Units
    var rules: [Rule] = []
    /// The parameters and unverified numbers that payments rest on, in the order of the text.
    private(set) var restsOn: [String] = []
    /// The rules that are parameters, in the order of the text.
    private(set) var parameters: [Int] = []

    init(units: Units) {
        self.units = units
    }

    /// Nothing is added any more.
    init(members: Membership, units: Units, rules: [Rule]) {
        self.members = members
        self.units = units
        self.rules = rules
        for (place, rule) in rules.enumerated() {
            switch rule.content {
            case .payment:
                restsOn += rule.restsOn.filter { name in !restsOn.contains { UTF8Order.areEqual($0, name) } }
            case .supplied(nil, isParameter: true): parameters.append(place)
            default: break
            }
        }
    }
}
