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
        case .otherTerms: return Bilingual(zh: "协议或方案不同", en: "another agreement or scheme")
        }
    }
}
