import Compensation
import TransparencyLog

/// Finds where two computations of one settlement first part: scheme, then inputs in order of section and time,
/// then steps (facts, parameters and exemptions are steps), then what is recorded already, then transfers.
public enum Comparison {
    /// `nil` when the two are the same.
    public static func firstDifference(own: Computation, other: Computation) -> Difference? {
        guard own.digest != other.digest else { return nil }
        if own.terms.entry.schemeDigest != other.terms.entry.schemeDigest {
            return Difference(
                subject: .scheme, place: own.key.agreement.text, own: own.terms.entry.schemeDigest.hex,
                other: other.terms.entry.schemeDigest.hex)
        }
        return inputs(own.settlement, other.settlement) ?? steps(own.settlement, other.settlement)
            ?? recorded(own.adjustment, other.adjustment)
            ?? Difference(
                subject: .step, place: "transfers", own: describe(own.transfers), other: describe(other.transfers))
    }

    private static func inputs(_ own: Settlement, _ other: Settlement) -> Difference? {
        var mine = own.inputs[...]
        var theirs = other.inputs[...]
        while let a = mine.first ?? theirs.first {
            let b = theirs.first ?? a
            let next = order(a.reading, b.reading) ? a.reading : b.reading
            let left = mine.first.flatMap { same(place: $0.reading, next) ? $0.reading : nil }
            let right = theirs.first.flatMap { same(place: $0.reading, next) ? $0.reading : nil }
            if left != nil { mine.removeFirst() }
            if right != nil { theirs.removeFirst() }
            if let difference = difference(at: next, left, right) { return difference }
        }
        return nil
    }

    private static func order(_ a: Reading, _ b: Reading) -> Bool {
        a.section == b.section ? a.time <= b.time : a.section < b.section
    }

    private static func same(place a: Reading, _ b: Reading) -> Bool { a.section == b.section && a.time == b.time }

    private static func difference(at place: Reading, _ own: Reading?, _ other: Reading?) -> Difference? {
        let name = "\(place.section.text) \(place.time.text)"
        guard let own, let other else {
            return Difference(
                subject: .input, place: name, own: own.map(describe) ?? "-", other: other.map(describe) ?? "-")
        }
        for code in (own.values + other.values).map(\.indicator.code).sorted(by: { $0.precedesInBytes($1) }) {
            let a = own.values.first { $0.indicator.code.sameBytes(as: code) }?.value.text ?? "-"
            let b = other.values.first { $0.indicator.code.sameBytes(as: code) }?.value.text ?? "-"
            if !a.sameBytes(as: b) { return Difference(subject: .input, place: "\(name) \(code)", own: a, other: b) }
        }
        if own.status != other.status {
            return Difference(
                subject: .input, place: "\(name) status", own: own.status.rawValue, other: other.status.rawValue)
        }
        return nil
    }

    private static func describe(_ reading: Reading) -> String {
        ([reading.status.rawValue] + reading.values.map { "\($0.indicator.code)=\($0.value.text)" })
            .joined(separator: " ")
    }

    private static func steps(_ own: Settlement, _ other: Settlement) -> Difference? {
        for (a, b) in zip(own.steps, other.steps) where !a.name.sameBytes(as: b.name) || !a.value.sameBytes(as: b.value)
        {
            return Difference(subject: .step, place: a.name, own: a.value, other: b.value)
        }
        return nil
    }

    /// Of adjustments: what each takes as recorded.
    private static func recorded(_ own: Adjustment?, _ other: Adjustment?) -> Difference? {
        guard let own, let other, own.recorded != other.recorded else { return nil }
        return Difference(
            subject: .step, place: "recorded", own: describe(own.recorded), other: describe(other.recorded))
    }

    private static func describe(_ transfers: [Transfer]) -> String {
        describe(transfers.map { TransferTerms(payer: $0.payer, payee: $0.payee, amount: $0.amount) })
    }

    static func describe(_ transfers: [TransferTerms]) -> String {
        transfers.isEmpty
            ? "-"
            : transfers.map { "\($0.payer.text)>\($0.payee.text) \($0.amount.count)" }.joined(separator: ", ")
    }
}
