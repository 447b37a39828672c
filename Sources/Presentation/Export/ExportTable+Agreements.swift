public import Compensation
public import Federation
import TransparencyLog

extension ExportTable {
    /// Every version of every agreement, and who has signed.
    public static func agreements(
        _ agreements: [AgreementTerms], _ roster: Roster, _ language: Language, now: Timestamp
    ) -> ExportTable {
        func names(_ parties: [PartyCode]) -> String {
            parties.map { roster.member($0)?.name(language) ?? $0.text }.joined(separator: "; ")
        }
        var table = ExportTable(
            Bilingual(zh: "协议", en: "agreements"),
            [
                Bilingual(zh: "协议", en: "agreement"), Bilingual(zh: "名称", en: "title"),
                Bilingual(zh: "状态", en: "state"), Bilingual(zh: "当事方", en: "parties"),
                Bilingual(zh: "已签署", en: "signed by"), Bilingual(zh: "有效期自", en: "valid from"),
                Bilingual(zh: "有效期至", en: "valid to"), Bilingual(zh: "协议文本摘要", en: "digest"),
            ])
        table.rows = agreements.map { terms in
            [
                terms.entry.agreement.text, terms.scheme.title(language), terms.state(at: now).name(language),
                names(terms.entry.parties), names(terms.signedBy), terms.entry.validFrom.text,
                terms.entry.validTo.text, terms.digest.hex,
            ]
        }
        return table
    }

    /// What the parties and the centre have said about a settlement, and under which keys.
    public static func signatures(_ signatures: [StatementSignature], _ language: Language) -> ExportTable {
        var table = ExportTable(
            Bilingual(zh: "表态", en: "signatures"),
            [
                Bilingual(zh: "签署方", en: "signer"), Bilingual(zh: "事项", en: "act"), Bilingual(zh: "时间", en: "time"),
                Bilingual(zh: "结果摘要", en: "digest"), Bilingual(zh: "日志条目", en: "log entry"),
                Bilingual(zh: "密钥指纹", en: "key fingerprint"),
            ])
        table.rows = signatures.map { signature in
            [
                signature.signer(language), signature.conclusion?(language) ?? signature.act.name(language),
                signature.at.civilTime.map(time) ?? signature.at.text, signature.digest, signature.place.text,
                signature.fingerprints,
            ]
        }
        return table
    }

    /// The keys of every node that the page for checking lists. A spreadsheet would compute what begins with a plus, as
    /// a bare key in base64 may.
    public static func keys(_ keys: [KeyRow], _ language: Language) -> ExportTable {
        var table = ExportTable(
            Bilingual(zh: "公钥", en: "keys"),
            [
                Bilingual(zh: "节点", en: "node"), Bilingual(zh: "名称", en: "name"), Bilingual(zh: "算法", en: "algorithm"),
                Bilingual(zh: "状态", en: "state"), Bilingual(zh: "指纹", en: "fingerprint"),
                Bilingual(zh: "公钥（SubjectPublicKeyInfo，Base64）", en: "key (SubjectPublicKeyInfo, base64)"),
            ])
        table.rows = keys.map { row in
            [
                row.member.node.text, row.member.name(language), row.algorithm.rawValue, row.state.name(language),
                row.fingerprint.hex, row.encodedKeyInfo,
            ]
        }
        return table
    }

    /// The limits of the water classes that the page on the method shows, of rivers and of lakes.
    public static func limits(_ language: Language) -> ExportTable {
        var table = ExportTable(
            Bilingual(zh: "水质类别限值", en: "limits"),
            [Bilingual(zh: "水体类型", en: "body"), Bilingual(zh: "项目", en: "item")]
                + MethodContent.classes.map { Bilingual(zh: "\($0.symbol) 类", en: "Class \($0.symbol)") })
        let bodies: [BodyType] = [.river, .lake]
        table.rows = bodies.flatMap { body in
            MethodContent.limits(of: body, language).map { [body.name(language)] + $0 }
        }
        return table
    }
}
