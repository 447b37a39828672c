public import Compensation

/// What one party has received under an agreement and what it does with it.
public struct FundAccount: Sendable {
    public struct Project: Sendable {
        public let record: EntryRecord<FundUseEntry>
        /// The latest; of a project that replaces another, failing its own, that of the other.
        public internal(set) var report: EntryRecord<FundReportEntry>?
        /// Whether it is on a river of the agreement, which comes first.
        public let isOnOwnRiver: Bool

        /// Whether funds go elsewhere without a reason given.
        public var lacksReason: Bool { !isOnOwnRiver && record.body.reason == nil }

        public func isOverdue(at now: Timestamp) -> Bool {
            guard report == nil, let time = now.civilTime else { return false }
            return !(time < record.body.reportDue.end)
        }
    }

    public let terms: AgreementTerms
    public let party: PartyCode
    /// Received payments with the day they arrived, in order of place.
    public let receipts: [(day: Period, amount: Fen)]
    public let projects: [Project]
    /// Divisions among districts that count, in order of place.
    public let splits: [EntryRecord<SplitEntry>]

    public var received: Fen { total(receipts.map(\.amount)) }
    public var planned: Fen { total(projects.map(\.record.body.amount)) }
    public var spent: Fen { total(projects.compactMap(\.report?.body.spent)) }
    /// Received and in no project.
    public var unplanned: Fen { received.subtracting(planned) ?? .zero }
    /// Received and not spent, as far as reported.
    public var unspent: Fen { received.subtracting(spent) ?? .zero }

    /// Received longer ago than the agreement allows and still in no project; zero when all is well.
    public func overduePlans(at now: Timestamp) -> Fen {
        guard let time = now.civilTime else { return .zero }
        let days = ClearingTerms(terms).planDays
        let ripe = receipts.filter { receipt in
            receipt.day.shifted(by: days, .day).map { !(time < $0.end) } ?? false
        }
        return max(.zero, total(ripe.map(\.amount)).subtracting(planned) ?? .zero)
    }

    /// Sums beyond the range of `Fen` are shown at its end: no money of this world comes near.
    private func total(_ amounts: [Fen]) -> Fen { Fen.sum(amounts) ?? Fen(.max) }
}
