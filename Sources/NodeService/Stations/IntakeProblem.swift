import Compensation

/// Why a request got no receipt: the problem types (RFC 9457) of the intake, each with its status. The raw value is
/// its stable code.
enum IntakeProblem: String, CaseIterable, Error {
    case malformed = "intake-malformed"
    case keyMalformed = "intake-key-malformed"
    case notKnown = "intake-not-known"
    case sectionRefused = "intake-section-refused"
    case notFound = "intake-not-found"
    case methodRefused = "intake-method-refused"
    case tooSlow = "intake-too-slow"
    case tooLarge = "intake-too-large"
    case mediaTypeRefused = "intake-media-type-refused"
    case invalid = "intake-invalid"
    case keyReused = "intake-key-reused"
    case tooOften = "intake-too-often"
    case busy = "intake-busy"
    case notRecording = "intake-not-recording"

    /// HTTP status code.
    var status: Int {
        switch self {
        case .malformed, .keyMalformed: 400
        case .notKnown: 401
        case .sectionRefused: 403
        case .notFound: 404
        case .methodRefused: 405
        case .tooSlow: 408
        case .tooLarge: 413
        case .mediaTypeRefused: 415
        case .invalid, .keyReused: 422
        case .tooOften: 429
        case .busy, .notRecording: 503
        }
    }

    var title: Bilingual {
        switch self {
        case .malformed: Bilingual(zh: "正文无法读取", en: "the body cannot be read")
        case .keyMalformed:
            Bilingual(
                zh: "Idempotency-Key 应为 1 至 255 个可见 ASCII 字符",
                en: "Idempotency-Key has 1 to 255 visible ASCII characters")
        case .notKnown: Bilingual(zh: "没有有效的令牌或证书", en: "no valid token or certificate")
        case .sectionRefused:
            Bilingual(zh: "含有未授权的断面，未记录任何数据", en: "there are sections it may not deliver; nothing was recorded")
        case .notFound: Bilingual(zh: "没有这个地址", en: "there is nothing at this address")
        case .methodRefused: Bilingual(zh: "此地址不支持该方法", en: "this address does not take the method")
        case .tooSlow: Bilingual(zh: "正文未按时到达", en: "the body did not arrive in time")
        case .tooLarge: Bilingual(zh: "正文过大", en: "the body is too large")
        case .mediaTypeRefused:
            Bilingual(
                zh: "只接受 application/json 或 text/csv，不压缩", en: "only application/json or text/csv, not compressed")
        case .invalid: Bilingual(zh: "有问题，未记录任何数据", en: "there are issues; nothing was recorded")
        case .keyReused:
            Bilingual(zh: "此 Idempotency-Key 已用于另一批数据", en: "this Idempotency-Key belongs to another batch")
        case .tooOften: Bilingual(zh: "请求过于频繁", en: "too many requests")
        case .busy: Bilingual(zh: "正忙，请稍后重试", en: "busy; try again later")
        case .notRecording: Bilingual(zh: "本节点暂不记录，请稍后重试", en: "this node does not record now; try again later")
        }
    }
}
