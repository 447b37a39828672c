import Compensation
import Federation

/// Says in words why a period cannot be computed.
enum ObstacleWording {
    static func text(_ obstacle: ComputationObstacle) -> Bilingual {
        switch obstacle {
        case .conflict(let conflicts):
            let places = conflicts.prefix(3).map { "\($0.section.text) \($0.time.text)" }.joined(separator: ", ")
            return Bilingual(zh: "监测数据互相矛盾：\(places)", en: "contradicting readings: \(places)")
        case .scheme(let obstacle):
            return Bilingual(
                zh: TerminalText.visible(obstacle.message.zh), en: TerminalText.visible(obstacle.message.en))
        case .cutNotHeld(let line):
            return Bilingual(
                zh: "\(line.log.text) 尚未镜像到第 \(line.size) 条",
                en: "\(line.log.text) is not mirrored up to \(line.size) yet")
        case .cutDiffers(let line):
            return Bilingual(
                zh: "\(line.log.text) 第 \(line.size) 条处的根与镜像不符",
                en: "the root of \(line.log.text) at \(line.size) is not the mirrored one")
        case .exemptionNotHeld(let place):
            return Bilingual(zh: "免除审核意见 \(place.text) 尚未镜像", en: "the approval \(place.text) is not mirrored yet")
        case .exemptionNotApproved(let place):
            return Bilingual(
                zh: "免除 \(place.text) 未经财政、生态环境部门均审核同意",
                en: "the exemption \(place.text) is not approved by both finance and environment")
        case .precedingNotRecorded(let key):
            return Bilingual(
                zh: "\(key.text) 尚未核验，不能调整", en: "\(key.text) is not verified, so there is nothing to adjust")
        case .amountTooLarge(let name):
            return Bilingual(
                zh: "“\(TerminalText.visible(name))”的差额超出金额范围",
                en: "the difference of \"\(TerminalText.visible(name))\" is beyond what an amount can be")
        case .otherTerms: return Bilingual(zh: "协议或方案不同", en: "another agreement or scheme")
        }
    }
}
