/// What an operator can ask about agreements.
public enum AgreementCommand: Codable, Sendable {
    case show(agreement: String)
    /// What the second version says otherwise than the first.
    case differences(agreement: String, from: String, to: String)
    case draft(DraftForm, dryRun: Bool)
    case sign(agreement: String, digest: String?, dryRun: Bool)
    /// A party files with the centre; the centre confirms.
    case file(agreement: String, digest: String?, dryRun: Bool)
    case end(agreement: String, digest: String?, lastPeriod: String, reason: String, dryRun: Bool)

    /// A version as the operator gives it.
    public struct DraftForm: Codable, Sendable {
        public var scheme: NamedFile
        public var channel: String
        /// The scheme whose minimum standards bind.
        public var parent: NamedFile?
        /// `NAME=VALUE`, as for trying out a scheme.
        public var settings: [String] = []
        /// `SECTION=SOURCE`, or `SECTION=SOURCE:endorsed` for jointly monitored data.
        public var sources: [String] = []
        public var validFrom: String?
        public var validTo: String?
        public var filingDays: Int?
        public var objectionWorkingDays: Int?
        /// Codes of the parties that speak for the two offices about exemptions.
        public var financeOffice: String?
        public var environmentOffice: String?
        public var paymentDays: Int?
        public var confirmationDays: Int?
        public var surchargePercent: Int?
        public var leastYears: Int?
        public var renewalDays: Int?
        public var allowsInKind = false
        public var netsAcrossRivers = false

        public init(scheme: NamedFile, channel: String) {
            self.scheme = scheme
            self.channel = channel
        }
    }
}
