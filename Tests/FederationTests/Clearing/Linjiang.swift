import Compensation
import Federation
import Testing

/// The Linjiang between Yongchuan and Jiangjin, a year of months: Jiangjin owes Yongchuan 4 million yuan.
enum Linjiang {
    static let upstream = "500118"
    static let downstream = "500116"
    static let section = "500118-ciba"

    /// 渝财环〔2023〕33号, the table of case C1 for the baseline Ⅲ: 1 million yuan a month for a class, 2 million for two.
    static let scheme = """
        # 临江河

        ```tongzhou
        scheme linjiang-2023
        title "临江河" "Linjiang"
        party 永川区 "Yongchuan" = 500118
        party 江津区 "Jiangjin" = 500116
        section 茨坝 "Ciba" = 500118-ciba river
        period month
        valid from 2023-01 to 2025-12
        let 月均值 "means" = mean of readings at 茨坝 where status is normal
        let 月类别 "class" = class of 月均值 by CODMn, NH3-N, TP
        pay 月补偿 "compensation"
          when missing 月类别: nothing
          when 月类别 <= Ⅰ: 江津区 pays 永川区 200 万元
          when 月类别 = Ⅱ: 江津区 pays 永川区 100 万元
          when 月类别 = Ⅲ: nothing
          when 月类别 = Ⅳ: 永川区 pays 江津区 100 万元
          otherwise: 永川区 pays 江津区 200 万元
        ```
        """

    /// Case C2: Ⅱ Ⅱ Ⅲ Ⅳ Ⅰ Ⅲ Ⅱ Ⅴ Ⅲ Ⅱ Ⅲ Ⅱ.
    static let codmn = ["3", "3", "5", "8", "1", "5", "3", "12", "5", "3", "5", "3"]

    static func day(_ month: Int) -> String { "2023-\(month < 10 ? "0" : "")\(month)-15" }

    /// The year settled, with months left out.
    static func settled(
        without missing: [Int] = [], duties: AgreementDuties = AgreementDuties()
    ) throws -> MoneyWorld {
        var world = try MoneyWorld(scheme, at: "2023-01-05T09:00:00+08:00", duties: duties)
        try world.register(section, river: "临江河")
        for (index, value) in codmn.enumerated() where !missing.contains(index + 1) {
            try world.read(section, day(index + 1), codmn: value)
        }
        try world.settle(at: "2024-01-10T09:00:00+08:00")
        return world
    }

    static func cleared(
        _ duties: AgreementDuties = AgreementDuties()
    ) throws -> (world: MoneyWorld, clearing: EntryReference) {
        var world = try settled(duties: duties)
        let clearing = try world.clear("2023")
        return (world, clearing)
    }

    /// March corrected from class Ⅲ to Ⅳ, endorsed and recorded as an adjustment in the year after.
    static func correctMarch(_ world: inout MoneyWorld) throws {
        func content(_ codmn: String) throws -> ReadingContent {
            try EntryVectors.content(
                "\(day(3))T08:00+08:00", .normal,
                [(.permanganateIndex, codmn), (.ammoniaNitrogen, "0.02"), (.totalPhosphorus, "0.01")])
        }
        let change = try #require(ReadingChange(old: try content("5"), new: try content("8")))
        let correction = try world.world.say(
            downstream, "common",
            .readingsCorrection(
                ReadingsCorrectionEntry(
                    section: try #require(SectionID(section)), source: "cnemc", reason: "误读", rows: [change])))
        try world.world.say(
            upstream, "common", .readingsEndorsement(ReadingsEndorsementEntry(correction: correction)))
        try world.settle(at: "2024-03-01T09:00:00+08:00")
    }

    static func item(_ clearing: EntryReference, _ wan: Int64) throws -> PaymentItem {
        PaymentItem(clearing: clearing, year: try EntryVectors.period("2023"), amount: Fen(wan * 1_000_000))
    }

    static func conditions(_ world: MoneyWorld, _ code: String) throws -> [String] {
        let (desk, me) = (try world.desk(), try EntryVectors.party(code))
        return try MoneyConditions(desk, me: me, isCentre: code == World.centre).all().map(\.code.rawValue)
    }
}
