import Compensation
import Federation
import NodeStore

/// The entries that one machine holds, understood once.
final class EntriesTold {
    private let database: LogDatabase
    private var logs: [LogOrigin: [Entry?]] = [:]
    private var times: [LogOrigin: [Timestamp?]] = [:]
    private var endorsed: [EntryReference: [NodeName]]?

    init(_ database: LogDatabase) { self.database = database }

    /// The first `size` entries of a log, `nil` for what is not understood; `nil` where they are not held.
    func entries(of log: LogOrigin, to size: Int) throws -> ArraySlice<Entry?>? {
        let all = try entries(of: log)
        return all.count < size ? nil : all.prefix(size)
    }

    func entry(at place: EntryReference) throws -> Entry? {
        let all = try entries(of: place.log)
        return place.index < all.count ? all[place.index] : nil
    }

    /// When the entry at `place` was said, by its author's clock.
    func time(of place: EntryReference) throws -> Timestamp? {
        _ = try entries(of: place.log)
        let all = times[place.log] ?? []
        return place.index < all.count ? all[place.index] : nil
    }

    /// The parties that have endorsed a correction by now.
    func endorsers(of place: EntryReference, _ docket: Docket) throws -> [PartyCode] {
        let known = try endorsed ?? readEndorsements()
        endorsed = known
        return (known[place] ?? []).compactMap { docket.roster.member($0)?.code }
    }

    private func readEndorsements() throws -> [EntryReference: [NodeName]] {
        var found: [EntryReference: [NodeName]] = [:]
        for log in try database.logs().map(\.origin) {
            for case .readingsEndorsement(let entry)? in try entries(of: log) {
                found[entry.subject, default: []].append(log.node)
            }
        }
        return found
    }

    private func entries(of log: LogOrigin) throws -> [Entry?] {
        if let known = logs[log] { return known }
        let bytes = try database.read(log) { try $0.entries(0..<$0.size) } ?? []
        let signed = bytes.map { try? SignedEntry(bytes: $0, foundIn: log) }
        let entries = signed.map { $0?.entry }
        logs[log] = entries
        times[log] = signed.map { $0?.at }
        return entries
    }
}
