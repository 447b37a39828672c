import Compensation
import Federation

extension StatementSignature {
    /// - Parameter download: where it is no part of a statement, which is a file itself.
    static func table(
        _ signatures: [StatementSignature], _ language: Language, download: Download? = nil
    ) -> DataTable {
        DataTable(
            Bilingual(zh: "签名日志中的表态", en: "What was said in the signed logs"),
            [
                DataTable.text("签署方", "Signer"), DataTable.text("事项", "Act"), DataTable.text("时间", "Time"),
                DataTable.text("结果摘要", "Digest"), DataTable.text("日志位置", "Place in the log"),
                DataTable.text("密钥指纹", "Key fingerprint"),
            ],
            rows: signatures.map { signature in
                [
                    Markup(signature.signer(language)),
                    Markup(signature.conclusion?(language) ?? signature.act.name(language)), signature.at.minute,
                    .element(.span, .class("digest")) { signature.digest.prefix(12) + "…" },
                    .element(.span, .class("digest")) { signature.place.text },
                    .element(.span, .class("digest")) { signature.fingerprints },
                ]
            }, empty: Bilingual(zh: "尚无任何一方表态。", en: "Nobody has said anything yet."), download: download,
            budget: 16_000)
    }
}
