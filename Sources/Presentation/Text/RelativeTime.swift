import Compensation
import Federation

/// Stretches of time as people say them; JSON has the moments themselves.
enum RelativeTime {
    /// `3 分钟前`. A moment in the future counts as now.
    static func ago(_ then: Timestamp, now: Timestamp) -> Bilingual {
        let seconds = max(0, now.secondsSinceEpoch - then.secondsSinceEpoch)
        return switch seconds {
        case ..<120: Bilingual(zh: "\(seconds) 秒前", en: "\(seconds) s ago")
        case ..<7200: Bilingual(zh: "\(seconds / 60) 分钟前", en: "\(seconds / 60) min ago")
        case ..<172_800: Bilingual(zh: "\(seconds / 3600) 小时前", en: "\(seconds / 3600) h ago")
        default: Bilingual(zh: "\(seconds / 86_400) 天前", en: "\(seconds / 86_400) d ago")
        }
    }

    /// `3 天 4 小时`: the two largest units.
    static func length(_ seconds: Int64) -> Bilingual {
        let seconds = max(0, seconds)
        let (days, hours, minutes) = (seconds / 86_400, seconds / 3600 % 24, seconds / 60 % 60)
        return if days > 0 {
            Bilingual(zh: "\(days) 天 \(hours) 小时", en: "\(days) d \(hours) h")
        } else if hours > 0 {
            Bilingual(zh: "\(hours) 小时 \(minutes) 分钟", en: "\(hours) h \(minutes) min")
        } else if minutes > 0 {
            Bilingual(zh: "\(minutes) 分钟", en: "\(minutes) min")
        } else {
            Bilingual(zh: "\(seconds) 秒", en: "\(seconds) s")
        }
    }

    /// How long until a certificate or the like ends, said only when that is near: `还有 28 天`.
    static func left(until end: Timestamp, now: Timestamp) -> Bilingual? {
        let seconds = end.secondsSinceEpoch - now.secondsSinceEpoch
        return switch seconds {
        case ...0: Bilingual(zh: "已过期", en: "ended")
        case ..<86_400: Bilingual(zh: "不到 1 天", en: "less than a day left")
        case ...(60 * 86_400): Bilingual(zh: "还有 \(seconds / 86_400) 天", en: "\(seconds / 86_400) days left")
        default: nil
        }
    }
}
