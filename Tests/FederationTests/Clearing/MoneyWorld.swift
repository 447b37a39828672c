import Compensation
import Federation
import Testing
import TransparencyLog

/// Parties of one agreement and the centre, from the first signature to money that has arrived. Every word goes
/// through entry bytes.
struct MoneyWorld {
    var world: World
    let parties: [String]
    let agreement: AgreementEntry

    private static let channel = "money"

    /// The agreement of `scheme` in force between its parties.
    init(
        _ scheme: String, at now: String = "2018-01-05T09:00:00+08:00", duties: AgreementDuties = AgreementDuties()
    ) throws {
        let loaded = try Scheme.load(Array(scheme.utf8)).get()
        parties = loaded.parties.map(\.code.text).sorted()
        world = try World(parties + [World.centre])
        world.now = try #require(Timestamp(now))
        let entry = SchemeEntry(text: scheme)
        agreement = AgreementEntry(
            agreement: try #require(AgreementID(loaded.identifier)), channel: try #require(ChannelName(Self.channel)),
            parties: loaded.parties.map(\.code), schemeDigest: entry.digest, validFrom: loaded.validity.from,
            validTo: loaded.validity.to, duties: duties)
        try world.say(parties[0], Self.channel, .scheme(entry))
        try world.say(parties[0], Self.channel, .agreement(agreement))
        for party in parties {
            try world.say(
                party, Self.channel,
                .agreementSignature(
                    AgreementSignatureEntry(agreement: agreement.agreement, agreementDigest: agreement.digest)))
        }
    }

    var key: AgreementKey { AgreementKey(agreement: agreement.agreement, digest: agreement.digest) }

    mutating func register(_ section: String, river: String) throws {
        try world.say(
            parties[0], "common",
            .section(
                SectionEntry(
                    section: try #require(SectionID(section)), name: Bilingual(zh: section, en: section), aliases: [],
                    river: river, basin: "长江流域", bodyType: .river, controlLevel: .national,
                    upstream: try EntryVectors.party(parties[0]), downstream: try EntryVectors.party(parties[1]))))
    }

    /// One reading at `section`; its class is that of the permanganate index alone (GB 3838-2002 table 1: Ⅰ up to 2,
    /// Ⅱ 4, Ⅲ 6, Ⅳ 10, Ⅴ 15 mg/L).
    mutating func read(_ section: String, _ day: String, codmn: String) throws {
        try world.say(
            parties[0], "common",
            .readings(
                ReadingsEntry(
                    section: try #require(SectionID(section)), source: "cnemc", file: "f",
                    fileDigest: try EntryVectors.digest(EntryVectors.abc),
                    rows: [
                        try EntryVectors.content(
                            "\(day)T08:00+08:00", .normal,
                            [(.permanganateIndex, codmn), (.ammoniaNitrogen, "0.02"), (.totalPhosphorus, "0.01")])
                    ])))
    }

    /// Everybody proposes and accepts what is due, and the centre verifies and records it.
    mutating func settle(at now: String) throws {
        world.now = try #require(Timestamp(now))
        for _ in 0..<3 {
            for party in parties { try world.act(party, accepting: true) }
        }
        try world.act(World.centre)
    }

    // MARK: Money

    func desk() throws -> ClearingDesk {
        let held = try world.held()
        return ClearingDesk(held.docket, history: held, now: world.now)
    }

    func money() throws -> AgreementMoney { try #require(try desk().agreements().first) }

    func clearing(_ year: String) throws -> ClearingCase {
        try desk().clearing(of: try EntryVectors.period(year), try money())
    }

    /// The centre says what follows.
    @discardableResult
    mutating func clear(_ year: String) throws -> EntryReference {
        let next = try #require(try clearing(year).next)
        return try world.say(World.centre, "central", .clearing(next))
    }

    @discardableResult
    mutating func pay(
        _ payer: String, _ payee: String, _ number: String, _ items: [PaymentItem], on day: String? = nil,
        replacing replaced: EntryReference? = nil
    ) throws -> EntryReference {
        try world.say(
            payer, Self.channel,
            .payment(
                PaymentEntry(
                    key: key, statementNumber: number, payer: try EntryVectors.party(payer),
                    payee: try EntryVectors.party(payee), details: MoneyVectors.details,
                    paidOn: try self.day(day), items: items,
                    amount: try #require(Fen.sum(items.map(\.amount))), replaces: replaced)))
    }

    @discardableResult
    mutating func receive(
        _ payee: String, _ payment: EntryReference, _ fen: Int64, on day: String? = nil
    ) throws -> EntryReference {
        try world.say(
            payee, Self.channel,
            .paymentReceived(
                PaymentReceivedEntry(
                    key: key, payment: payment, amount: Fen(fen), receivedOn: try self.day(day))))
    }

    /// The day as written, or that of the clock.
    private func day(_ text: String?) throws -> Period {
        if let text { return try EntryVectors.period(text) }
        let time = try #require(world.now.civilTime)
        return try #require(PeriodKind.day.period(containing: time))
    }

    /// What the centre holds of the parties' logs.
    func cut() throws -> [CutLog] { try desk().cut(of: try money().terms) }

    /// The centre collects of a clearing, by what it holds or by another cut.
    @discardableResult
    mutating func collect(
        _ clearing: EntryReference, _ payer: String, _ payee: String, _ overdue: Int64, _ surcharge: Int64,
        by cut: [CutLog]? = nil
    ) throws -> EntryReference {
        let entry = try collection(clearing, payer, payee, overdue, surcharge, by: cut)
        return try say(World.centre, entry)
    }

    func collection(
        _ clearing: EntryReference, _ payer: String, _ payee: String, _ overdue: Int64, _ surcharge: Int64,
        by cut: [CutLog]? = nil
    ) throws -> Entry {
        .forcedDeduction(
            ForcedDeductionEntry(
                key: key, clearing: clearing, payer: try EntryVectors.party(payer),
                payee: try EntryVectors.party(payee), cut: try cut ?? self.cut(), overdue: Fen(overdue),
                surcharge: Fen(surcharge)))
    }

    @discardableResult
    mutating func say(_ party: String, _ entry: Entry) throws -> EntryReference {
        try world.say(party, party == World.centre ? "central" : Self.channel, entry)
    }

    /// `payer payee fen` of what is to be paid, one a line; with the river where there is one.
    static func lines(_ transfers: [ClearingTransfer]) -> [String] {
        transfers.map { transfer in
            "\(transfer.payer.text) \(transfer.payee.text) \(transfer.amount.count)"
                + (transfer.river.map { " \($0)" } ?? "")
        }
    }
}
