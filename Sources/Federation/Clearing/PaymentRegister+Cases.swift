import Compensation

/// Which payments count.
extension PaymentRegister {
    /// The payments under an agreement with their receipts, in order of place; as far as `cut` has them, where one is
    /// given: what is said later changes nothing that was cleared.
    func cases(of terms: AgreementTerms, within cut: [CutLog]? = nil) -> [PaymentCase] {
        func has(_ place: EntryReference) -> Bool {
            place.log.channel == terms.entry.channel
                && cut.map { $0.contains { $0.log == place.log && place.index < $0.size } } ?? true
        }
        let parties = terms.entry.parties
        var found: [PaymentCase] = []
        var numbers: [Number: EntryReference] = [:]  // lookup only: the payment that bears a number
        for said in payments[terms.key] {
            let entry = said.record.body
            guard said.party == entry.payer, parties.contains(entry.payer), parties.contains(entry.payee),
                has(said.record.reference)
            else { continue }
            let number = Number(payer: entry.payer, bytes: Array(entry.statementNumber.utf8))
            if let replaced = entry.replaces, let place = found.firstIndex(where: { $0.reference == replaced }),
                found[place].entry.payer == entry.payer
            {
                guard found[place].receipt == nil else {
                    found.append(PaymentCase(record: said.record, receipt: nil, standing: .repeatedNumber(replaced)))
                    continue
                }
                found[place].standing = .replaced(by: said.record.reference)
                let former = Number(payer: entry.payer, bytes: Array(found[place].entry.statementNumber.utf8))
                if numbers[former] == replaced { numbers[former] = nil }
            }
            if let first = numbers[number] {
                found.append(PaymentCase(record: said.record, receipt: nil, standing: .repeatedNumber(first)))
                continue
            }
            numbers[number] = said.record.reference
            let receipt = receipts[said.record.reference].first {
                $0.record.body.key == terms.key && $0.party == entry.payee && $0.record.body.amount == entry.amount
                    && has($0.record.reference)
            }?.record
            found.append(PaymentCase(record: said.record, receipt: receipt, standing: .counts))
        }
        return found
    }

    /// The number of a payer's notice; two are one where their bytes are.
    private struct Number: Hashable {
        let payer: PartyCode
        let bytes: [UInt8]
    }
}
