public import Foundation

/// What an operator can ask of a node, as it travels from the command line to the running node.
public enum OperatorCommand: Codable, Sendable {
    case status(check: Bool)
    case settlement(SettlementCommand)
    case sections
    case section(SectionCommand)
    case addSection(SectionForm)
    case agreements
    case agreement(AgreementCommand)
    case importReadings(ReadingsFile)
    case correctReadings(ReadingsFile, reason: String)
    case export(ExportForm)
    /// The correction or the joint readings at a place, or the only ones that wait.
    case endorse(place: String?, dryRun: Bool)
    case money(MoneyCommand)
    case verifyLogs
    case exportBundle(BundleForm)
    /// Absolute path of the bundle.
    case importBundle(path: String, dryRun: Bool)
    /// The proof of the entry at a place.
    case proveEntry(place: String)
    /// The proofs of everything a settlement rests on.
    case proveSettlement(agreement: String, period: String, digest: String?)
    case evidence
    /// The document whose digest begins so, or the only one there is.
    case exportEvidence(digest: String?)
    case keys(KeyCommand)
    case senders(SenderCommand)
    case accounts(AccountCommand)
    case openEpoch(dryRun: Bool)
    case witness
    case centre(CentreCommand)

    /// Whether it only asks how the node is.
    var isStatus: Bool { if case .status = self { true } else { false } }

    /// Whether it goes through whole logs or files, so that a person wants to know how far it is.
    var isLong: Bool {
        switch self {
        case .verifyLogs, .exportBundle, .importBundle, .importReadings, .correctReadings: true
        default: false
        }
    }

    /// A file of readings as sent.
    public struct ReadingsFile: Codable, Sendable {
        public let name: String
        public let bytes: Data
        public let year: Int?
        public let source: String
        public let channel: String
        public let dryRun: Bool
        /// Why differing values are corrections; without a reason they are issues.
        public var correction: String?
        /// Whether rows without issues are recorded though others have some.
        public var acceptsValidRows = false
        /// Whether readings of verified periods are taken.
        public var takesLate = false
        /// `nh3n=0.025`: what a value that only says `ND` lies below.
        public var detectionLimits: [String] = []
        /// Headings of columns that are not recorded, without question.
        public var ignoredColumns: [String] = []

        public init(name: String, bytes: [UInt8], year: Int?, source: String, channel: String, dryRun: Bool) {
            self.name = name
            self.bytes = Data(bytes)
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
        /// `2024=Ⅱ`: the class to be reached from a period on.
        public var targets: [String] = []
        public var flow, bank, rightBank: String?
        /// `2024-03..2024-04-15=REASON`.
        public var suspensions: [String] = []
        public var dryRun = false

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
