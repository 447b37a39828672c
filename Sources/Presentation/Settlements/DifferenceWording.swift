import Compensation
import Federation

/// Says in words where two computations first part.
enum DifferenceWording {
    static func text(_ difference: Difference) -> Bilingual {
        let place = TerminalText.visible(difference.place)
        let own = TerminalText.visible(difference.own)
        let other = TerminalText.visible(difference.other)
        return switch difference.subject {
        case .scheme: Bilingual(zh: "核算方案不同：\(own) 与 \(other)", en: "different schemes: \(own) and \(other)")
        case .input:
            Bilingual(
                zh: "首个不同的输入 \(place)：本方采用 \(own)，提议采用 \(other)",
                en: "first differing input \(place): this party uses \(own), the proposal \(other)")
        case .step:
            Bilingual(
                zh: "首个不同的步骤 \(place)：本方得 \(own)，提议得 \(other)",
                en: "first differing step \(place): this party gets \(own), the proposal \(other)")
        case .computation:
            Bilingual(
                zh: "按提议自身的数据截面重算得 \(own)，与其所写 \(other) 不符",
                en: "the proposal's own cut gives \(own), not \(other) as it states")
        case .words:
            Bilingual(zh: "\(place)：\(own)", en: "\(place): \(own)")
        case .notComputable:
            Bilingual(zh: "本方无法按该提议核算（\(place)）", en: "this party cannot compute that proposal (\(place))")
        }
    }
}
