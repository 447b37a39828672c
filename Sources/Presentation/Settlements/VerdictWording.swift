import Compensation
import Federation

/// Says the centre's conclusion in words.
enum VerdictWording {
    static func text(_ conclusion: VerdictEntry.Conclusion) -> Bilingual {
        switch conclusion {
        case .verified: Bilingual(zh: "中央节点：重算一致，已核验", en: "centre: recomputed to the same digest, verified")
        case .digestDiffers: Bilingual(zh: "中央节点：重算结果不同，未通过", en: "centre: the recomputation differs, refused")
        case .cutUnknown: Bilingual(zh: "中央节点：数据截面与镜像不符，未通过", en: "centre: the cut is not in the mirrors, refused")
        case .correctionNotEndorsed:
            Bilingual(zh: "中央节点：采用了未经各方确认的更正，未通过", en: "centre: an unendorsed correction was used, refused")
        }
    }
}
