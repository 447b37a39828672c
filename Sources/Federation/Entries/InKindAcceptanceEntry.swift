/// `in-kind-acceptance` 认可非资金补偿: the payee takes an offer in the place of cash.
public struct InKindAcceptanceEntry: EntryBody {
    static let kind = "in-kind-acceptance"

    public let key: AgreementKey
    public let offer: EntryReference

    public init(key: AgreementKey, offer: EntryReference) {
        self.key = key
        self.offer = offer
    }

    init(fields: inout FieldReader) throws(EntryProblem) {
        key = try AgreementKey(fields: &fields)
        offer = try fields.reference("offer")
    }

    var fields: [(String, JSONValue?)] { key.fields + [("offer", offer.json)] }
}
