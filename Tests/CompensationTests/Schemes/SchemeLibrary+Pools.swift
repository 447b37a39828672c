import Compensation

extension SchemeLibrary {
    /// A scheme written in a test.
    static func load(text: String) throws -> Scheme {
        try Scheme.load([UInt8](text.utf8)).get()
    }

    /// `水质目标(管家渡) = Ⅲ` for each member; what several lists need is given as `管家渡, CODMn`.
    static func each(_ name: String, _ members: [String], _ value: String) -> [String] {
        members.map { "\(name)(\($0)) = \(value)" }
    }

    /// Every member of the first list with every member of the second, as arguments.
    static func pairs(_ first: [String], _ second: [String]) -> [String] {
        first.flatMap { member in second.map { "\(member), \($0)" } }
    }

    /// The transfers of one payment rule only: `pay` is the rule's name.
    static func transfers(
        of pay: String, _ scheme: Scheme, _ period: String, readings: [Reading] = [], supplied lines: [String] = []
    ) throws -> [String] {
        try settled(scheme, period, readings: readings, supplied: lines).transfers
            .filter { $0.name.utf8.starts(with: pay.utf8) }
            .map { "\($0.payer.text) → \($0.payee.text): \($0.amount.formattedWanYuan)" }
    }
}
