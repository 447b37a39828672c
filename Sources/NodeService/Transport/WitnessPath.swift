import TransparencyLog

/// The witness's paths: `/witness/add-checkpoint` and `/witness/<hex SHA-256 of the origin>/checkpoint`.
///
/// Each has exactly one spelling; nothing is decoded or normalised.
enum WitnessPath: Equatable {
    case addCheckpoint
    case checkpoint(origin: ContentDigest)

    /// - Returns: `nil` when the path is neither.
    init?(_ raw: String) {
        let segments = raw.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        guard segments.count >= 3, segments[0].isEmpty, segments[1] == "witness" else { return nil }
        switch segments.count {
        case 3 where segments[2] == "add-checkpoint": self = .addCheckpoint
        case 4 where segments[3] == "checkpoint":
            guard let digest = ContentDigest(hex: segments[2]) else { return nil }
            self = .checkpoint(origin: digest)
        default: return nil
        }
    }

    var text: String {
        switch self {
        case .addCheckpoint: "/witness/add-checkpoint"
        case .checkpoint(let origin): "/witness/\(origin.hex)/checkpoint"
        }
    }
}
