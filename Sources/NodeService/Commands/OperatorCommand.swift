/// What an operator can ask of a node, as it travels from the command line to the running node.
public enum OperatorCommand: Codable, Sendable {
    case status(check: Bool)
    case settlements
    case explain(agreement: String, period: String)
    case sections
    case addSection(SectionForm)
    case agreements
    /// The whole text of a scheme file, and the channel its agreement lives in.
    case addAgreement(file: String, scheme: [UInt8], channel: String)
    case signAgreement(agreement: String)
    case importReadings(ReadingsFile)
    case correctReadings(ReadingsFile, reason: String)
    /// The correction at a place, or the only one that waits.
    case endorse(place: String?)
    case propose(agreement: String, period: String)
    case accept(agreement: String, period: String, digest: String?)
    case verifyLogs
    case exportBundle(BundleForm)
    /// Absolute path of the bundle.
    case importBundle(path: String, dryRun: Bool)
    /// The proof of the entry at a place.
    case proveEntry(place: String)
    /// The proofs of everything a settlement rests on.
    case proveSettlement(agreement: String, period: String)
    case evidence
    /// The document whose digest begins so, or the only one there is.
    case exportEvidence(digest: String?)
    case keys(KeyCommand)
    case openEpoch(dryRun: Bool)
    case witness

    /// A file of readings as sent.
    public struct ReadingsFile: Codable, Sendable {
        public let name: String
        public let bytes: [UInt8]
        public let year: Int?
        public let source: String
        public let channel: String
        public let dryRun: Bool

        public init(name: String, bytes: [UInt8], year: Int?, source: String, channel: String, dryRun: Bool) {
            self.name = name
            self.bytes = bytes
            self.year = year
            self.source = source
            self.channel = channel
            self.dryRun = dryRun
        }
    }

    /// The fields of a section as typed.
    public struct SectionForm: Codable, Sendable {
        public var id, nameZh, nameEn, river, basin, bodyType, controlLevel, upstream, downstream: String
        public var aliases: [String]

        public init(
            id: String, nameZh: String, nameEn: String, aliases: [String], river: String, basin: String,
            bodyType: String, controlLevel: String, upstream: String, downstream: String
        ) {
            self.id = id
            self.nameZh = nameZh
            self.nameEn = nameEn
            self.aliases = aliases
            self.river = river
            self.basin = basin
            self.bodyType = bodyType
            self.controlLevel = controlLevel
            self.upstream = upstream
            self.downstream = downstream
        }
    }
}
