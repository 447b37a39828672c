/// The second line of a bundle: who made it, for whom, when, and which stretch of which log it holds.
///
/// Signed by nobody and trusted with nothing: what may be stored is decided by the notes inside. Canonical JSON
/// `{"for","format","logs":[{"from","origin","to"}],"node","time"}`.
public struct BundleHeader: Equatable, Sendable {
    /// First line of a bundle, and the value of `format`.
    public static let format = "tongzhou-bundle/v1"
    /// Bytes of the header line, without its line end.
    public static let longest = 1 << 20
    public static let mostLogs = 4096

    public let node: NodeName
    public let recipient: NodeName
    public let time: Timestamp
    /// In order of origin, each once.
    public let logs: [BundleLog]

    /// Sorts the logs. `nil` when there are none, too many, or one twice.
    public init?(node: NodeName, recipient: NodeName, time: Timestamp, logs: [BundleLog]) {
        let sorted = logs.sorted { $0.origin < $1.origin }
        guard (1...Self.mostLogs).contains(logs.count), time.civilTime != nil,
            zip(sorted, sorted.dropFirst()).allSatisfy({ $0.origin != $1.origin })
        else { return nil }
        self.node = node
        self.recipient = recipient
        self.time = time
        self.logs = sorted
    }

    /// Reads exactly the bytes that `bytes` writes.
    public init(parsing bytes: [UInt8]) throws(BundleProblem) {
        guard bytes.count <= Self.longest else { throw BundleProblem(.headerInvalid, "longer than \(Self.longest)") }
        let value: JSONValue
        do {
            value = try CanonicalJSON.decode(bytes)
        } catch {
            throw BundleProblem(.headerInvalid, "\(error.code.rawValue) at byte \(error.offset)")
        }
        guard case .object(let object) = value, case .string(let format)? = object["format"],
            format.sameBytes(as: Self.format), case .string(let node)? = object["node"],
            case .string(let recipient)? = object["for"], case .string(let time)? = object["time"],
            case .array(let logs)? = object["logs"], let node = NodeName(node), let recipient = NodeName(recipient),
            let time = Timestamp(time)
        else { throw BundleProblem(.headerInvalid, "a field is missing or malformed") }
        let parsed = logs.compactMap { log -> BundleLog? in
            guard case .object(let log) = log, case .string(let origin)? = log["origin"],
                case .integer(let from)? = log["from"], case .integer(let to)? = log["to"]
            else { return nil }
            return LogOrigin(origin).flatMap { BundleLog(origin: $0, from: Int(from), to: Int(to)) }
        }
        guard parsed.count == logs.count,
            let header = BundleHeader(node: node, recipient: recipient, time: time, logs: parsed),
            // Also refuses what this version does not know: fields, another order of logs.
            header.bytes == bytes
        else { throw BundleProblem(.headerInvalid, "the list of logs, or a field this version does not know") }
        self = header
    }

    public var bytes: [UInt8] {
        CanonicalJSON.encode(
            .members([
                ("format", .string(Self.format)), ("node", .string(node.text)), ("for", .string(recipient.text)),
                ("time", .string(time.text)),
                (
                    "logs",
                    .array(
                        logs.map {
                            .members([
                                ("origin", .string($0.origin.text)), ("from", .integer(Int64($0.from))),
                                ("to", .integer(Int64($0.to))),
                            ])
                        })
                ),
            ]))
    }
}
