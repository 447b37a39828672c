import Testing

/// One agreement of the scheme library with what its parties fix, measure and state, and the transfers that must come
/// out at every node.
struct GoldenRiver: Sendable, CustomTestStringConvertible {
    /// A period, and what comes out: `payer>payee 万元`.
    struct Outcome: Sendable {
        let period: String
        var facts: [String] = []
        let transfers: [String]

        init(_ period: String, facts: [String] = [], _ transfers: [String]) {
            self.period = period
            self.facts = facts
            self.transfers = transfers
        }
    }

    let golden: String
    let scheme: String
    let agreement: String
    let parties: [String]
    /// Parameters that the agreement itself fixes, `NAME=VALUE`.
    var parameters: [String] = []
    /// Identifier and Chinese name.
    var sections: [(id: String, name: String)] = []
    var columns = "codmn,nh3n,tp"
    /// Rows of `断面,监测时间,状态` and `columns`.
    var readings: [String] = []
    var outcomes: [Outcome]

    var testDescription: String { "\(golden) \(scheme)" }

    /// A row that alone makes this class by the permanganate index: the limits of GB 3838-2002 table 1, which belong to
    /// the better class.
    static func classed(_ section: String, _ month: String, _ grade: String) -> String {
        let codmn = ["Ⅰ": "2", "Ⅱ": "4", "Ⅲ": "6", "Ⅳ": "10", "Ⅴ": "15"][grade] ?? "15.1"
        return "\(section),\(month)-10 08:00,正常,\(codmn),0.1,0.02"
    }

    static func months(_ year: Int, _ numbers: ClosedRange<Int>) -> [String] {
        numbers.map { "\(year)-\($0 < 10 ? "0" : "")\($0)" }
    }
}
