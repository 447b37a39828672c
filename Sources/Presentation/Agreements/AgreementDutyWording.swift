import Compensation
import Federation

/// The duties of an agreement in words.
enum AgreementDutyWording {
    /// Name and value, as far as anything was agreed.
    static func lines(_ duties: AgreementDuties) -> [(Bilingual, Bilingual)] {
        func days(_ number: Int?, _ zh: String, _ en: String) -> (Bilingual, Bilingual)? {
            number.map { (Bilingual(zh: zh, en: en), Bilingual(zh: "\($0) 日", en: "\($0) days")) }
        }
        let yes = Bilingual(zh: "是", en: "yes")
        let all: [(Bilingual, Bilingual)?] = [
            days(duties.filingDays, "备案期限", "to be filed within"),
            duties.objectionWorkingDays.map {
                (
                    Bilingual(zh: "异议期限", en: "objections within"),
                    Bilingual(zh: "\($0) 个工作日", en: "\($0) working days")
                )
            },
            days(duties.paymentDays, "付款期限", "to be paid within"),
            days(duties.confirmationDays, "确认收款期限", "payments confirmed within"),
            duties.surchargePercent.map {
                (Bilingual(zh: "逾期加收", en: "surcharge on overdue amounts"), Bilingual(zh: "\($0)%", en: "\($0)%"))
            },
            duties.leastYears.map {
                (Bilingual(zh: "最短有效年限", en: "valid for at least"), Bilingual(zh: "\($0) 年", en: "\($0) years"))
            },
            days(duties.renewalDays, "续签提醒", "renewal reminded of before the end"),
            duties.financeOffice.map {
                (Bilingual(zh: "免除审核（财政）", en: "exemptions, finance"), Bilingual(zh: $0.text, en: $0.text))
            },
            duties.environmentOffice.map {
                (Bilingual(zh: "免除审核（生态环境）", en: "exemptions, environment"), Bilingual(zh: $0.text, en: $0.text))
            },
            duties.allowsInKind ? (Bilingual(zh: "可用非资金方式补偿", en: "other forms than money"), yes) : nil,
            duties.netsAcrossRivers ? (Bilingual(zh: "跨河流轧差", en: "netted across rivers"), yes) : nil,
        ]
        return all.compactMap { $0 }
    }
}
