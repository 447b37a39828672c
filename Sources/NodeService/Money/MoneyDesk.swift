import Compensation
import Federation
import Presentation
import TransparencyLog

/// Carries out what operators ask about clearing, payments and funds.
struct MoneyDesk {
    let node: Node

    func perform(_ command: MoneyCommand) async throws -> any Report {
        switch command {
        case .clearings: return try await clearings()
        case .clearing(let agreement, let year, let digest): return try await clearing(agreement, year, digest)
        case .recordClearing(let form): return try await record(form)
        case .payments(let agreement): return try await payments(agreement)
        case .payment(let form): return try await pay(form)
        case .receive(let form): return try await receive(form)
        case .notice(let payment): return try await notice(payment)
        case .collect(let form): return try await collect(form)
        case .offers: return try await offers()
        case .offer(let form): return try await offer(form)
        case .acceptOffer(let place, let amount, let dryRun):
            return try await accept(place, amount: amount, dryRun: dryRun)
        case .funds: return try await funds()
        case .use(let form): return try await use(form)
        case .report(let form): return try await report(form)
        case .splits: return try await splits()
        case .split(let form): return try await split(form)
        }
    }

    /// The money of this party's agreements in force, or of one of them; at the centre of all.
    static func agreements(_ agreement: String? = nil, in view: NodeView) throws -> [AgreementMoney] {
        let desk = desk(view)
        let all = try desk.agreements().filter {
            view.member.role == .centre || $0.terms.entry.parties.contains(view.member.code)
        }
        guard let agreement else { return all }
        let found = all.filter { $0.terms.entry.agreement.text == agreement }
        guard !found.isEmpty else {
            let known = all.map(\.terms.entry.agreement.text).joined(separator: ", ")
            throw CommandFailure(
                zh: "没有生效的协议 \(agreement)；现有：\(known.isEmpty ? "无" : known)",
                en: "no agreement \(agreement) in force; there are: \(known.isEmpty ? "none" : known)")
        }
        return found
    }

    /// Of several texts in force under one name, the one that the money of this year is about.
    static func money(
        _ agreement: String, _ year: Period, _ digest: String?, in view: NodeView
    ) throws -> AgreementMoney {
        let found = try agreements(agreement, in: view).filter { $0.terms.overlaps(year) }
        guard !found.isEmpty else {
            throw CommandFailure(
                zh: "协议 \(agreement) 在 \(year.text) 年无效", en: "agreement \(agreement) is not valid in \(year.text)")
        }
        return try one(of: desk(view).concerned(by: year, among: found), among: found, digest)
    }

    /// The one text of `fitting`, or the one of `all` whose digest begins so.
    static func one(
        of fitting: [AgreementMoney], among all: [AgreementMoney], _ digest: String?
    ) throws -> AgreementMoney {
        func list(_ texts: [AgreementMoney]) -> String {
            texts.map { money in
                let terms = money.terms
                return "\(terms.digest.hex.prefix(12)) (\(terms.entry.validFrom.text) – \(terms.entry.validTo.text))"
            }.joined(separator: ", ")
        }
        if let digest {
            let named = all.filter { digest.utf8.count >= 8 && $0.terms.digest.hex.hasPrefix(digest) }
            guard let only = named.first, named.count == 1 else {
                throw CommandFailure(
                    ExitCode.integrity, zh: "--digest \(digest) 不是其中一个文本（至少 8 位）：\(list(all))",
                    en: "--digest \(digest) is none of these texts (at least 8 digits): \(list(all))")
            }
            return only
        }
        let candidates = fitting.isEmpty ? all : fitting
        guard let only = candidates.first, candidates.count == 1 else {
            throw CommandFailure(
                zh: "有几个协议文本符合，请以 --digest 指明：\(list(candidates))",
                en: "several texts of the agreement fit, say which with --digest: \(list(candidates))")
        }
        return only
    }

    static func desk(_ view: NodeView) -> ClearingDesk {
        ClearingDesk(view.docket, history: view.history, now: view.desk.now)
    }

    /// Decides and writes, or only says what would be written.
    func write(
        dryRun: Bool, done: Bilingual,
        _ decide: @escaping @Sendable (NodeView) throws -> [(draft: Draft, fields: [(Bilingual, String)])]
    ) async throws -> MoneyReceipt {
        let configuration = node.configuration
        let (planned, places) = try await node.act { view in
            let planned = try decide(view)
            for (draft, _) in planned where configuration.origin(of: draft.channel) == nil {
                throw CommandFailure(
                    zh: "本节点没有通道 \(draft.channel.text)；请在 node.yaml 的 channels 中配置。",
                    en: "This node has no channel \(draft.channel.text); configure it under channels in node.yaml.")
            }
            let lines = planned.map { MoneyReceipt.Line($0.draft, $0.fields.map { (label: $0.0, value: $0.1) }) }
            return (lines, dryRun ? [] : planned.map(\.draft))
        }
        return MoneyReceipt(done, planned, entries: places, dryRun: dryRun)
    }

    static func requireParty(_ money: AgreementMoney, _ view: NodeView) throws {
        guard money.terms.entry.parties.contains(view.member.code) else {
            throw CommandFailure(zh: "本节点不是该协议的一方。", en: "This node is not a party to the agreement.")
        }
    }

    static func requireCentre(_ view: NodeView) throws -> ChannelName {
        guard view.member.role == .centre, let channel = ChannelName("central") else {
            throw CommandFailure(zh: "只有中央节点可以这样做。", en: "Only the centre does this.")
        }
        return channel
    }

    static func key(_ money: AgreementMoney) -> AgreementKey {
        AgreementKey(agreement: money.terms.entry.agreement, digest: money.terms.digest)
    }
}
