import Compensation
import Federation

/// Says the centre's conclusion in words.
enum VerdictWording {
    static func text(_ conclusion: VerdictEntry.Conclusion) -> Bilingual {
        switch conclusion {
        case .verified: Bilingual(zh: "中央节点：重算一致，已核验", en: "centre: recomputed to the same digest, verified")
        case .digestDiffers: Bilingual(zh: "中央节点：重算结果不同，未通过", en: "centre: the recomputation differs, refused")
        case .cutUnknown: Bilingual(zh: "中央节点：数据截面与镜像不符，未通过", en: "centre: the cut is not in the mirrors, refused")
        case .transfersDiffer:
            Bilingual(zh: "中央节点：摘要一致但所列款项不同，未通过", en: "centre: right digest beside other payments, refused")
        case .otherTerms:
            Bilingual(zh: "中央节点：依据了其他方案、协议或不应采用的日志，未通过", en: "centre: rests on other terms or logs, refused")
        case .notComputable:
            Bilingual(zh: "中央节点：所签数据截面不能核算，未通过", en: "centre: nothing can be computed from the cut, refused")
        case .correctionNotEndorsed:
            Bilingual(zh: "中央节点：采用了未经各方确认的更正，未通过", en: "centre: an unendorsed correction was used, refused")
        case .exemptionNotApproved:
            Bilingual(zh: "中央节点：采用了未经两部门审核同意的免除，未通过", en: "centre: an exemption was used that is not approved, refused")
        }
    }
}
