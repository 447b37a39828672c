import Compensation
import Federation
import Testing
import TransparencyLog

/// 碧水, a made-up agreement of two provinces on two rivers whose classes come from a bulletin: facts, an exemption
/// and no readings at all.
extension World {
    static let bishui = """
        # 碧水

        ```tongzhou
        scheme bishui-2021
        title "碧水" "Bishui"
        period month
        valid from 2021-01 to 2021-12
        party 重庆市 "Chongqing" = 500000
        party 湖南省 "Hunan" = 430000
        item 东河 "east"
        item 西河 "west"
        list 河流 "rivers" = 东河, 西河
        fact 月类别 "class" for 河 in 河流: class
        fact 财政部门同意 "finance agrees" for 河 in 河流: condition otherwise no
        fact 生态环境部门同意 "environment agrees" for 河 in 河流: condition otherwise no
        pay 补偿 "compensation" for 河 in 河流
          when missing 月类别(河): nothing
          when 月类别(河) <= Ⅲ: 湖南省 pays 重庆市 300 万元
          when 财政部门同意(河) and 生态环境部门同意(河): nothing
          otherwise: 重庆市 pays 湖南省 200 万元
        ```

        """

    static func bishuiAgreement(
        _ duties: AgreementDuties = AgreementDuties(), fixing parameters: [StatedValue] = []
    ) throws -> AgreementEntry {
        AgreementEntry(
            agreement: try #require(AgreementID("bishui-2021")), channel: try #require(ChannelName("youshui")),
            parties: [try #require(PartyCode(chongqing)), try #require(PartyCode(hunan))],
            schemeDigest: SchemeEntry(text: bishui).digest, validFrom: try #require(Period("2021-01")),
            validTo: try #require(Period("2021-12")),
            parameters: parameters, duties: duties)
    }

    static func bishuiKey(_ agreement: AgreementEntry? = nil) throws -> SettlementKey {
        let agreement = try agreement ?? bishuiAgreement()
        return SettlementKey(
            agreement: agreement.agreement, agreementDigest: agreement.digest, period: try #require(Period("2021-04")))
    }

    /// In force, nothing stated yet.
    static func withBishui(_ agreement: AgreementEntry? = nil) throws -> World {
        var world = try World()
        let agreement = try agreement ?? bishuiAgreement()
        let signature = Entry.agreementSignature(
            AgreementSignatureEntry(agreement: agreement.agreement, agreementDigest: agreement.digest))
        try world.say(hunan, .scheme(SchemeEntry(text: bishui)))
        try world.say(hunan, .agreement(agreement))
        for code in [hunan, chongqing] { try world.say(code, signature) }
        return world
    }

    static func facts(
        _ values: [(String, [String], String)], seen: [EntryReference] = [], under agreement: AgreementEntry? = nil
    ) throws -> Entry {
        .facts(
            FactsEntry(
                key: try bishuiKey(agreement), source: "通报",
                values: values.map { StatedValue(SuppliedValue(name: $0.0, arguments: $0.1, value: $0.2)) }, seen: seen)
        )
    }

    /// The classes of both rivers, stated by 湖南 and endorsed by 重庆.
    mutating func agreeOnClasses(_ east: String, _ west: String, under agreement: AgreementEntry? = nil) throws {
        let place = try say(
            World.hunan, try World.facts([("月类别", ["东河"], east), ("月类别", ["西河"], west)], under: agreement))
        try say(World.chongqing, .factsEndorsement(FactsEndorsementEntry(facts: place)))
    }

    /// A request to be exempted on the western river.
    mutating func requestExemption(under agreement: AgreementEntry? = nil) throws -> EntryReference {
        try say(
            World.chongqing,
            .exemptionRequest(
                ExemptionRequestEntry(
                    key: try World.bishuiKey(agreement), reason: "洪灾",
                    facts: ["财政部门同意", "生态环境部门同意"].map { FactName(name: $0, arguments: ["西河"]) })))
    }

    static func approval(
        _ request: EntryReference, _ office: ExemptionApprovalEntry.Office,
        _ decision: ExemptionApprovalEntry.Decision = .approved
    ) -> Entry {
        .exemptionApproval(ExemptionApprovalEntry(request: request, office: office, decision: decision))
    }
}
