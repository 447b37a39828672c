public import Federation

/// How a witness answers `add-checkpoint` on the wire.
public struct WitnessAnswer: Sendable, Equatable {
    /// HTTP status code.
    public let status: Int
    /// Media type, such as `text/x.tlog.size`.
    public let contentType: String
    public let body: [UInt8]

    init(status: Int, contentType: String = "text/plain; charset=utf-8", body: [UInt8]) {
        self.status = status
        self.contentType = contentType
        self.body = body
    }

    /// 200 with cosignature lines.
    public static func cosigned(_ lines: [UInt8]) -> WitnessAnswer { WitnessAnswer(status: 200, body: lines) }

    /// The refusal's status; with 409 the size of the tree last cosigned, otherwise the refusal's code.
    public static func refused(_ refusal: WitnessRefusal) -> WitnessAnswer {
        guard case .conflict(let size) = refusal else {
            return WitnessAnswer(status: refusal.status, body: Array("\(refusal.code)\n".utf8))
        }
        return WitnessAnswer(
            status: refusal.status, contentType: sizeType, body: Array("\(size)\n".utf8))
    }

    /// Media type of a 409 body.
    static let sizeType = "text/x.tlog.size"
}
