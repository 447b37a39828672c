import Compensation
import Federation
import TransparencyLog

/// Reads what an operator gives for a new version of an agreement; every mistake is named before anything is said.
struct AgreementDraft {
    let scheme: Scheme
    let parent: Scheme?
    /// Before it is known which versions it replaces.
    private let entry: AgreementEntry

    init(_ form: AgreementCommand.DraftForm) throws {
        scheme = try Self.load(form.scheme)
        parent = try form.parent.map(Self.load)
        guard let agreement = AgreementID(scheme.identifier) else { throw Self.refused("scheme", scheme.identifier) }
        guard let channel = ChannelName(form.channel) else { throw Self.refused("--channel", form.channel) }
        entry = AgreementEntry(
            agreement: agreement, channel: channel, parties: scheme.parties.map(\.code),
            schemeDigest: ContentDigest(of: form.scheme.bytes),
            validFrom: try Self.period("--valid-from", form.validFrom) ?? scheme.validity.from,
            validTo: try Self.period("--valid-to", form.validTo) ?? scheme.validity.to,
            parentSchemeDigest: form.parent.map { ContentDigest(of: $0.bytes) },
            parameters: try form.settings.map(Self.parameter), authority: try Self.authority(form.sources, scheme),
            duties: try Self.duties(form, scheme.parties.map(\.code)))
    }

    /// The version as it is said: it replaces what is in force under its name, and what anybody has signed, so that an
    /// abandoned text that somebody signs late cannot come before it.
    func version(in docket: Docket) -> AgreementEntry {
        let known = docket.agreements.terms.filter {
            $0.entry.agreement == entry.agreement && $0.entry.channel == entry.channel
                && $0.entry.parties == entry.parties
        }
        // Given twice, a draft is the same text: also after it came into force.
        let alike = known.filter { replacing($0.entry.replaces).digest == $0.digest }
        if let standing = alike.first(where: { $0.inForce && $0.replaced == nil }) { return standing.entry }
        let signed = known.filter { !$0.signatures.isEmpty && $0.problems.isEmpty && $0.replaced == nil }
        return replacing(signed.filter { one in !alike.contains { $0.digest == one.digest } }.map(\.digest))
    }

    private func replacing(_ versions: [ContentDigest]) -> AgreementEntry {
        AgreementEntry(
            agreement: entry.agreement, channel: entry.channel, parties: entry.parties,
            schemeDigest: entry.schemeDigest, validFrom: entry.validFrom, validTo: entry.validTo,
            parentSchemeDigest: entry.parentSchemeDigest, replaces: versions, parameters: entry.parameters,
            authority: entry.authority, duties: entry.duties)
    }

    /// What is to be said so that everybody in the channel can read the version.
    func entries(of version: AgreementEntry, in docket: Docket) -> [Entry] {
        let texts = [scheme, parent].compactMap { $0 }.map { SchemeEntry(text: $0.source) }
        let unsaid = texts.filter { text in
            !docket.agreements.schemes.contains {
                $0.digest == text.digest && $0.reference.log.channel == version.channel
            }
        }
        return unsaid.map { .scheme($0) } + [.agreement(version)]
    }

    private static func load(_ file: NamedFile) throws -> Scheme {
        switch Scheme.load(file.bytes) {
        case .success(let scheme): return scheme
        case .failure(let problems): throw CommandFailure.scheme(file.name, problems)
        }
    }

    private static func period(_ option: String, _ text: String?) throws -> Period? {
        guard let text else { return nil }
        guard let period = Period(text) else { throw refused(option, text) }
        return period
    }

    private static func parameter(_ text: String) throws -> StatedValue {
        StatedValue(try SuppliedSetting.read(text))
    }

    /// A section goes by its identifier or by its name in the scheme.
    private static func authority(_ texts: [String], _ scheme: Scheme) throws -> [SourceAuthority] {
        try texts.map { text in
            let halves = text.split(separator: "=", maxSplits: 1).map(String.init)
            let isJoint = halves.last?.hasSuffix(":endorsed") ?? false
            guard halves.count == 2, case let source = isJoint ? String(halves[1].dropLast(9)) : halves[1],
                (1...64).contains(source.utf8.count)
            else { throw refused("--source", text) }
            let section = scheme.sections.first { $0.id.text == halves[0] || $0.name == halves[0] }
            guard let section else {
                let known = scheme.sections.map { "\($0.name) \($0.id.text)" }.joined(separator: ", ")
                throw CommandFailure(
                    zh: "方案中没有断面“\(halves[0])”；有：\(known)",
                    en: "the scheme has no section “\(halves[0])”; there are: \(known)")
            }
            return SourceAuthority(section: section.id, source: source, needsEndorsement: isJoint)
        }
    }

    private static func duties(
        _ form: AgreementCommand.DraftForm, _ parties: [PartyCode]
    ) throws -> AgreementDuties {
        func checked(_ option: String, _ value: Int?, _ range: ClosedRange<Int>) throws -> Int? {
            guard let value, !range.contains(value) else { return value }
            throw refused(option, "\(value)")
        }
        var duties = AgreementDuties()
        duties.filingDays = try checked("--filing-days", form.filingDays, 1...3650)
        duties.objectionWorkingDays = try checked("--objection-days", form.objectionWorkingDays, 1...365)
        duties.paymentDays = try checked("--payment-days", form.paymentDays, 1...3650)
        duties.confirmationDays = try checked("--confirmation-days", form.confirmationDays, 1...3650)
        duties.surchargePercent = try checked("--surcharge", form.surchargePercent, 1...100)
        duties.leastYears = try checked("--min-years", form.leastYears, 1...99)
        duties.renewalDays = try checked("--renewal-days", form.renewalDays, 1...3650)
        func office(_ option: String, _ value: String?) throws -> PartyCode? {
            guard let value else { return nil }
            guard let code = PartyCode(value), parties.contains(code) else { throw refused(option, value) }
            return code
        }
        duties.financeOffice = try office("--exemption-finance", form.financeOffice)
        duties.environmentOffice = try office("--exemption-environment", form.environmentOffice)
        duties.allowsInKind = form.allowsInKind
        duties.netsAcrossRivers = form.netsAcrossRivers
        return duties
    }

    static func refused(_ option: String, _ value: String) -> CommandFailure {
        CommandFailure(zh: "\(option) 的值“\(value)”无效。", en: "“\(value)” is not valid for \(option).")
    }
}
