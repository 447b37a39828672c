import Federation
import Synchronization

/// How far the clocks of the peers are ahead of this machine's, by the `Date` of their last answer (RFC 9110 §6.6.1).
final class PeerClocks: Sendable {
    private let seconds = Mutex<[NodeName: Int]>([:])

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    private static let localLead: Int64 = 8 * 3600

    /// What `Sun, 06 Nov 1994 08:49:37 GMT` in an answer that has just arrived says, in seconds; `nil` for a header of
    /// another form.
    static func lead(_ header: String, now: Timestamp) -> Int? {
        let parts = header.split(separator: " ")
        guard parts.count == 6, parts[5] == "GMT", parts[1].utf8.count == 2,
            let month = months.firstIndex(where: { $0 == parts[2] })
        else { return nil }
        let number = (month < 9 ? "0" : "") + String(month + 1)
        guard let read = Timestamp("\(parts[3])-\(number)-\(parts[1])T\(parts[4])+08:00") else { return nil }
        let (lead, isTooFar) = (read.secondsSinceEpoch + localLead).subtractingReportingOverflow(now.secondsSinceEpoch)
        return isTooFar ? nil : Int(exactly: lead)
    }

    func heard(_ header: String, from peer: NodeName, now: Timestamp) {
        guard let lead = Self.lead(header, now: now) else { return }
        seconds.withLock { $0[peer] = lead }
    }

    /// `nil` before the first answer.
    func lead(of peer: NodeName) -> Int? { seconds.withLock { $0[peer] } }
}
