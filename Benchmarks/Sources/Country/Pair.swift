package import Compensation
package import Federation

/// Two neighbours on a river and the agreement between them.
package struct Pair {
    package let upstream: Member
    package let downstream: Member
    package let sections: [SectionID]
    let scheme: SchemeEntry
    let agreement: AgreementEntry

    init(number: Int, upstream: Member, downstream: Member, sections: [SectionID], year: Int) throws {
        let identifier = "pair-\(number)"
        guard let name = AgreementID(identifier), let channel = ChannelName(identifier),
            let from = Period("\(year)-01"), let to = Period("\(year + 2)-12")
        else { throw NationalYear.Broken("Pair.swift 16") }
        let scheme = SchemeEntry(
            text: SchemeText(
                identifier: identifier, upstream: upstream.code, downstream: downstream.code, sections: sections,
                year: year
            ).text)
        self.upstream = upstream
        self.downstream = downstream
        self.sections = sections
        self.scheme = scheme
        agreement = AgreementEntry(
            agreement: name, channel: channel, parties: [upstream.code, downstream.code],
            schemeDigest: scheme.digest, validFrom: from, validTo: to)
    }

    var signature: AgreementSignatureEntry {
        AgreementSignatureEntry(agreement: agreement.agreement, agreementDigest: agreement.digest)
    }

    package func channel(of member: Member) -> LogOrigin {
        LogOrigin(node: member.node, channel: agreement.channel, epoch: 1)
    }
}
