import Compensation
import Federation
import Presentation
import TransparencyLog

/// What the pages show of one state of the node: everything of it was said in the public channels.
struct SiteState: Sendable {
    let view: NodeView
    let channels: [ChannelName]
    let agreements: [AgreementTerms]
    /// In order of agreement, then period.
    let settlements: [SettlementSummary]
    /// Kept, because it takes the whole ledger to find out that an address below it does not exist.
    private let book = WorkedOut<LedgerBook>()

    /// - Throws: where the stored logs cannot be read.
    init(_ view: NodeView, _ channels: [ChannelName]) throws {
        self.view = view
        self.channels = channels
        agreements = view.docket.agreements.terms.filter { channels.contains($0.entry.channel) }
        settlements = try view.summaries(
            view.desk.cases.filter { channels.contains($0.terms.entry.channel) })
    }

    /// The one of the agreement and period; where two texts have one, the digest has to say which.
    func settlement(_ agreement: String, _ period: String, digest: String?) -> SettlementSummary? {
        let found = settlements.filter { summary in
            let settlement = summary.settlement
            return Array(settlement.key.agreement.text.utf8) == Array(agreement.utf8)
                && settlement.key.periodText == period
                && digest.map { $0.utf8.count >= 8 && settlement.terms.digest.hex.hasPrefix($0) } ?? true
        }
        return found.count == 1 ? found[0] : nil
    }

    func readings(of section: SectionEntry, in period: Period?) -> SectionReadings {
        SectionReadings(section, period: period, docket: view.docket, channels: channels)
    }

    func months(of section: SectionEntry) -> [Period] {
        SectionMonths(section.section, docket: view.docket, channels: channels).months
    }

    var standings: [SectionStanding] {
        view.docket.sections.sections.map { section in
            let newest = months(of: section).last
            return SectionStanding(
                section, newest.map { readings(of: section, in: $0) }, docket: view.docket, now: view.desk.now)
        }
    }

    /// The clearing of an agreement's year; `nil`: there is none.
    func clearing(_ agreement: String, _ year: String) throws -> ClearingReport? {
        guard let year = Period(year), year.kind == .year else { return nil }
        let desk = MoneyDesk.desk(view)
        // Nothing is worked out for a name that is none.
        let texts = try self.money(of: agreements.filter { $0.entry.agreement.text.sameBytes(as: agreement) })
        guard let money = desk.concerned(by: year, among: texts).first,
            desk.cases(of: money).contains(where: { $0.year == year })
        else { return nil }
        return ClearingReport(desk.clearing(of: year, money), desk)
    }

    /// Every agreement and year.
    func clearings() throws -> ClearingList {
        let desk = MoneyDesk.desk(view)
        return ClearingList(try money().flatMap(desk.cases), desk)
    }

    /// The money of the agreements shown.
    func money() throws -> [AgreementMoney] { try money(of: agreements) }

    private func money(of terms: [AgreementTerms]) throws -> [AgreementMoney] {
        let desk = MoneyDesk.desk(view)
        return try terms.filter(\.inForce).map(desk.money(of:))
    }

    /// The centre's ledger, of all basins.
    func ledger() throws -> LedgerBook { try book.value { try LedgerBook(view.docket, history: view.history) } }
}
