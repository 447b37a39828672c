import Compensation
import Federation

/// A payment as typed, with amounts and days read.
struct TypedPayment {
    let year: Period
    private let payee: PartyCode
    private let amount: Fen
    private let advance: Fen
    private let advanceYear: Period?
    let paidOn: Period

    init(_ form: MoneyCommand.PaymentForm) throws {
        year = try Typed.year(form.year)
        payee = try Typed.party(form.payee, "--payee")
        amount = try Typed.amount(form.amount, "--amount")
        advance = try form.advance.map { try Typed.amount($0, "--advance") } ?? .zero
        advanceYear = try form.advanceYear.map { try Typed.year($0, "--advance-year") }
        paidOn = try Typed.day(form.paidOn, "--paid-on")
        guard amount > .zero, advance <= amount else {
            throw CommandFailure(
                zh: "--amount 是含预拨的总额，应大于零且不小于 --advance。",
                en: "--amount is the whole payment, the advance included: above zero and not below --advance.")
        }
        guard advance == .zero || advanceYear != nil else {
            throw CommandFailure(
                zh: "有 --advance 时须写明 --advance-year。", en: "--advance needs --advance-year.")
        }
    }

    /// The payment, if it is just what stands: a whole claim, or part of one where that is asked for.
    func entry(
        _ form: MoneyCommand.PaymentForm, _ money: AgreementMoney, payer: PartyCode
    ) throws -> PaymentEntry {
        guard payer != payee, money.terms.entry.parties.contains(payee) else {
            throw CommandFailure(
                zh: "收款方 \(payee.text) 不是协议的另一方。", en: "\(payee.text) is not another party of the agreement.")
        }
        let replaced = try form.replaces.map { try Self.replaced($0, money, payer) }
        let used = money.payments.first {
            $0.entry.payer == payer && $0.entry.statementNumber.sameBytes(as: form.statement)
                && $0.reference != replaced?.reference && !$0.isReplaced
        }
        if let used {
            throw CommandFailure(
                zh: "文号“\(form.statement)”已用于 \(used.reference.text)（\(used.entry.amount.formattedYuan) 元）；一个文号一笔拨款。",
                en:
                    "number “\(form.statement)” is that of \(used.reference.text) (\(used.entry.amount.formattedYuan) yuan); one number, one payment."
            )
        }
        var items: [PaymentItem] = []
        if let cleared = amount.subtracting(advance), cleared > .zero {
            items.append(try item(form, money, payer, cleared, replaced))
        }
        if let advanceYear, advance > .zero { items.append(try item(form, money, inAdvanceFor: advanceYear)) }
        return PaymentEntry(
            key: MoneyDesk.key(money), statementNumber: form.statement, payer: payer, payee: payee,
            details: PaymentDetails(
                payerUnit: form.payerUnit, payeeUnit: form.payeeUnit, treasury: form.treasury, memo: form.memo,
                budgetSubject: form.budgetSubject, economicSubject: form.economicSubject, fundSource: form.fundSource),
            paidOn: paidOn, items: items, amount: amount, replaces: replaced?.reference)
    }

    private static func replaced(_ text: String, _ money: AgreementMoney, _ payer: PartyCode) throws -> PaymentCase {
        let place = Typed.place(text)
        let found = money.payments.first { $0.reference == place && $0.entry.payer == payer && !$0.isReplaced }
        guard let found, found.receipt == nil else {
            throw CommandFailure(
                zh: "“\(text)”不是本方尚未确认的拨款；查看 tongzhou payments list",
                en: "“\(text)” is no payment of this party that waits to be confirmed; see tongzhou payments list")
        }
        return found
    }

    /// Only for a year that is not cleared yet, and of the river where rivers are kept apart: nothing else is deducted.
    private func item(
        _ form: MoneyCommand.PaymentForm, _ money: AgreementMoney, inAdvanceFor advanceYear: Period
    ) throws -> PaymentItem {
        guard money.terms.overlaps(advanceYear) else {
            throw CommandFailure(
                zh: "\(advanceYear.text) 年不在协议有效期内，不能预拨。",
                en: "the agreement is not valid in \(advanceYear.text): nothing can be paid in advance for it.")
        }
        guard money.terms.settles(advanceYear) else {
            throw CommandFailure(
                zh: "协议的这一文本已终止或被替代，不再核算 \(advanceYear.text) 年，不能预拨；另有文本的，请以 --digest 指明。",
                en:
                    "this text of the agreement has ended or was replaced and settles nothing of \(advanceYear.text): nothing can be paid in advance for it; if there is another text, say so with --digest."
            )
        }
        guard !money.clearings.contains(where: { $0.entry.year == advanceYear && $0.standing == .stands }) else {
            throw CommandFailure(
                zh: "\(advanceYear.text) 年度已清算，不能再预拨；应付款见 tongzhou payments list",
                en: "\(advanceYear.text) has been cleared: pay what is owed, see tongzhou payments list")
        }
        guard !money.rivers.isEmpty else { return PaymentItem(advanceFor: advanceYear, amount: advance) }
        guard let river = form.river, money.rivers.contains(where: { $0.sameBytes(as: river) }) else {
            throw CommandFailure(
                zh: "该协议按河流分别清算，预拨须写明 --river：\(money.rivers.joined(separator: ", "))",
                en:
                    "the agreement keeps rivers apart, say which the advance is for: --river \(money.rivers.joined(separator: ", "))"
            )
        }
        return PaymentItem(advanceFor: advanceYear, river: river, amount: advance)
    }

    private func item(
        _ form: MoneyCommand.PaymentForm, _ money: AgreementMoney, _ payer: PartyCode, _ cleared: Fen,
        _ replaced: PaymentCase?
    ) throws -> PaymentItem {
        let claim = try Self.claim(money, year, payer, payee, form.river, replacing: replaced)
        let unpaid = replaced.map(claim.unpaid(without:)) ?? claim.unpaid
        guard cleared == unpaid || form.partial && cleared < unpaid else {
            throw CommandFailure(
                ExitCode.integrity,
                zh: "待付 \(unpaid.formattedYuan) 元，与所付清算资金 \(cleared.formattedYuan) 元不符；分次拨付须加 --partial，且不得超付。",
                en:
                    "\(unpaid.formattedYuan) yuan are unpaid, not \(cleared.formattedYuan); a part needs --partial, and no more than that can be paid."
            )
        }
        return PaymentItem(clearing: claim.clearing, year: year, river: claim.transfer.river, amount: cleared)
    }

    /// The claim that the payment to be replaced was for; else the oldest of the year between two parties that is not
    /// settled, or the last one.
    static func claim(
        _ money: AgreementMoney, _ year: Period, _ payer: PartyCode, _ payee: PartyCode, _ river: String?,
        replacing replaced: PaymentCase? = nil
    ) throws -> Claim {
        let claims = money.claims.filter {
            $0.year == year && $0.transfer.payer == payer && $0.transfer.payee == payee
        }
        let rivers = claims.compactMap(\.transfer.river)
        if river == nil, rivers.count > 1 {
            throw CommandFailure(
                zh: "该协议按河流分别清算，请写明 --river：\(rivers.joined(separator: ", "))",
                en: "the agreement keeps rivers apart, say which: --river \(rivers.joined(separator: ", "))")
        }
        let fitting = claims.filter { claim in
            river.map { river in (claim.transfer.river ?? "").sameBytes(as: river) } ?? true
        }
        let former = replaced.flatMap { replaced in fitting.first { $0.part(of: replaced) > .zero } }
        guard let claim = former ?? fitting.first(where: { $0.unpaid > .zero }) ?? fitting.last else {
            throw CommandFailure(
                zh: "\(year.text) 年度没有 \(payer.text) 应付 \(payee.text) 的清算；查看 tongzhou clearing show",
                en: "no clearing of \(year.text) says that \(payer.text) owes \(payee.text); see tongzhou clearing show"
            )
        }
        return claim
    }
}
