public import TransparencyLog

/// Whether this node may sign on top of the history it holds.
///
/// A database put back from a backup, a copied disk or a copied key would sign a second history. So nothing is
/// signed before it is known that nobody holds more of the own logs than this node does: either this machine
/// remembers what it signed since it was started, or peers were asked. A synchronous value: what was found out
/// goes in, the verdict comes out.
public struct SigningClearance: Sendable {
    /// What this machine itself remembers of its signatures, outside of what a backup brings back.
    public enum Memory: Equatable, Sendable {
        /// All that was signed is held. Also a node that was just created, and one that has no peers to ask.
        case level
        /// The machine was started since, or the memory cannot be used.
        case nothing
        /// More was signed than is held.
        case beyond([Missing])
        /// Something else was signed than is held.
        case differs(LogOrigin)
    }

    /// An own log that is known to go further than it is held here.
    public struct Missing: Equatable, Sendable {
        public let log: LogOrigin
        /// The size that was signed.
        public let size: Int
        /// Who showed it; `nil` when only this machine remembers it.
        public let peer: NodeName?

        public init(log: LogOrigin, size: Int, peer: NodeName?) {
            self.log = log
            self.size = size
            self.peer = peer
        }
    }

    public enum Verdict: Equatable, Sendable {
        case cleared
        /// No peer has answered yet, or not all of those that have to.
        case waiting
        /// Entries are to be fetched back from peers; sorted by log.
        case recovering([Missing])
        /// This node was up to date, and yet its log goes on elsewhere: its key signs in two places.
        case elsewhere(Missing)
        /// The own key has signed two histories of this log.
        case frozen(LogOrigin)
    }

    /// How a checkpoint shown by a peer stands to the history held here.
    public enum Sighting: Equatable, Sendable {
        case held
        case ahead
        case contradicts
    }

    /// Whether somebody was asked, or nobody has to be.
    private var hasWord: Bool
    /// Peers that have to answer first, sorted: an older history was put back or rebuilt here, and any one of them may
    /// be the one that holds more.
    private let awaited: [NodeName]
    private var isConfirmed: Bool { hasWord && unanswered.isEmpty }
    /// Peers that have shown all they had.
    private var answered: [NodeName] = []
    private var isExempted = false
    /// Whether all peers were asked, whoever answered.
    private var wasAsked = false
    /// Whether this node knows that it held all: what goes further then was signed by somebody else.
    private var wasLevel: Bool
    private var missing: [Missing] = []
    private var elsewhere: Missing?
    private var contradicted: [LogOrigin]
    /// Own logs of earlier epochs of which two histories were shown. Nothing is written to them any more, so they stop
    /// nothing and nothing more of them is looked for.
    public private(set) var logsSetAside: [LogOrigin]

    /// - Parameters:
    ///   - contradicted: own logs of which two histories were proven before.
    ///   - setAside: the same, of earlier epochs.
    ///   - awaiting: peers that have to answer before anything is signed.
    public init(
        memory: Memory, contradicted: [LogOrigin] = [], setAside: [LogOrigin] = [], awaiting: [NodeName] = []
    ) {
        hasWord = memory == .level
        awaited = awaiting.sorted()
        logsSetAside = setAside
        wasLevel = memory == .level
        self.contradicted = contradicted
        switch memory {
        case .level, .nothing: break
        case .beyond(let missing): for one in missing { note(one) }
        case .differs(let log): self.contradicted.append(log)
        }
    }

    /// Peers that have to answer and have not.
    public var unanswered: [NodeName] { awaited.filter { !answered.contains($0) } }

    public var verdict: Verdict {
        if let log = contradicted.min() { return .frozen(log) }
        if let elsewhere { return .elsewhere(elsewhere) }
        // What only this machine remembers, nobody else may ever have received: the operator can let it go.
        let open = missing.filter { !isExempted || $0.peer != nil }
        if !open.isEmpty { return .recovering(open) }
        // The operator's word stands for those that do not answer, not for those that were not asked.
        return isConfirmed || (isExempted && wasAsked) ? .cleared : .waiting
    }

    /// A verified checkpoint of an own log, shown by a peer.
    /// - Parameters:
    ///   - signed: size of the newest own checkpoint held.
    ///   - here: root of the own log at the shown size, where it is held that far.
    @discardableResult
    public mutating func seen(_ shown: CutLog, by peer: NodeName, signed: Int, here: MerkleHash?) -> Sighting {
        if shown.size <= signed, let here {
            guard here != shown.root else { return .held }
            contradicts(shown.log)
            return .contradicts
        }
        let found = Missing(log: shown.log, size: shown.size, peer: peer)
        let isExpected = missing.contains { $0.log == found.log && $0.size >= found.size }
        // A peer that had shown all it had can only have got more from somebody who signs now.
        // While others are still waited for it can have got it from one of them.
        if wasLevel || (answered.contains(peer) && !isExpected && unanswered.isEmpty) {
            if elsewhere.map({ $0.size < found.size }) ?? true { elsewhere = found }
        } else {
            note(found)
        }
        return .ahead
    }

    /// All peers were asked; these answered, whatever they hold.
    public mutating func asked(answers: [NodeName]) {
        wasAsked = true
        if !answers.isEmpty { hasWord = true }
        answered += answers.filter { !answered.contains($0) }
    }

    /// An own log is held and signed as far as `size`.
    public mutating func holds(_ log: LogOrigin, _ size: Int) {
        missing.removeAll { $0.log == log && $0.size <= size }
    }

    /// This node has signed: whatever goes further from now on was not signed here.
    public mutating func signed() { wasLevel = true }

    /// Two histories of an own log are proven.
    public mutating func contradicts(_ log: LogOrigin) {
        if !contradicted.contains(log) { contradicted.append(log) }
    }

    /// An own log goes as far as `size`, and is not held that far.
    /// - Parameter peer: who showed it; `nil` when another own log says so (`Docket.ownWord`).
    public mutating func reaches(_ log: LogOrigin, _ size: Int, by peer: NodeName?) {
        guard !logsSetAside.contains(log) else { return }
        note(Missing(log: log, size: size, peer: peer))
    }

    /// Two histories of an own log of an earlier epoch are shown.
    public mutating func setAside(_ log: LogOrigin) {
        if !logsSetAside.contains(log) { logsSetAside.append(log) }
        missing.removeAll { $0.log == log }
    }

    /// The operator takes it upon himself that nobody holds more. What a peer has shown stays in force.
    public mutating func exempt() { isExempted = true }

    private mutating func note(_ found: Missing) {
        if let known = missing.firstIndex(where: { $0.log == found.log }) {
            guard missing[known].size < found.size || (missing[known].size == found.size && found.peer != nil) else {
                return
            }
            missing[known] = found
        } else {
            missing.append(found)
            missing.sort { $0.log < $1.log }
        }
    }
}
