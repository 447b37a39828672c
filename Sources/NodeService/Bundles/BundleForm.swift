import Compensation
import Federation

extension OperatorCommand {
    /// What an operator asked of `bundle export`.
    public struct BundleForm: Codable, Sendable {
        /// Node name or code of the recipient.
        public let peer: String
        /// Absolute path of the new file; `nil`: a name of its own in `folder`.
        public let path: String?
        public let folder: String
        /// From the beginning of every log.
        public let full: Bool
        /// Mirrored logs too.
        public let mirrors: Bool
        /// `ORIGIN=SIZE`, as typed.
        public let from: [String]
        /// Nothing but the recipient's own logs, as they are mirrored here.
        public let theirOwn: Bool

        public init(
            peer: String, path: String?, folder: String, full: Bool, mirrors: Bool, from: [String],
            theirOwn: Bool = false
        ) {
            self.theirOwn = theirOwn
            self.peer = peer
            self.path = path
            self.folder = folder
            self.full = full
            self.mirrors = mirrors
            self.from = from
        }

        func names(_ member: Member) -> Bool {
            member.node.text.sameBytes(as: peer) || member.code.text.sameBytes(as: peer)
        }

        func beginnings() throws -> [(origin: LogOrigin, size: Int)] {
            try from.map { text in
                let halves = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
                guard halves.count == 2, let origin = LogOrigin(halves[0]), let size = Int(halves[1]),
                    (0...BundleLog.largestSize).contains(size)
                else {
                    throw CommandFailure(
                        zh: "--from 应写成 日志=条数，如 500000.example.cn/common/1=42，而不是“\(text)”",
                        en: "--from is LOG=SIZE, such as 500000.example.cn/common/1=42, not “\(text)”")
                }
                return (origin, size)
            }
        }
    }
}
