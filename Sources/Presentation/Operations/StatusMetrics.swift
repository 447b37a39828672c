import Federation

/// The page `/metrics`: the status report as Prometheus reads it. Units are in the names; times are seconds since 1970.
public struct StatusMetrics {
    private let report: StatusReport
    private let facts: ServiceFacts

    public init(_ report: StatusReport, _ facts: ServiceFacts) {
        self.report = report
        self.facts = facts
    }

    public var text: String { (process + ownLogs + peerLogs + work).map(\.text).joined() }

    private func family(
        _ name: String, _ help: String, _ fill: (inout MetricFamily) -> Void
    ) -> MetricFamily {
        var family = MetricFamily(name, help)
        fill(&family)
        return family
    }

    private var process: [MetricFamily] {
        [
            family("tongzhou_build_info", "Version and node; always 1.") {
                $0.add(1, [("version", facts.version), ("node", report.member.node.text)])
            },
            family("tongzhou_start_time_seconds", "When the node was started.") {
                $0.add(facts.started.secondsSinceEpoch)
            },
            family("tongzhou_ready", "1 when /readyz says ready.") { $0.add(facts.isReady ? 1 : 0) },
            family("tongzhou_store_bytes", "Size of log.sqlite with its write-ahead log.") { $0.add(facts.storeBytes) },
            family("tongzhou_store_free_bytes", "Space left on the file system of the data folder.") { family in
                if let free = facts.freeBytes { family.add(free) }
            },
            family("tongzhou_certificate_end_time_seconds", "Until when a TLS certificate is good.") { family in
                for (node, end) in facts.certificateEnds {
                    family.add(end.secondsSinceEpoch, [("node", node.text)])
                }
            },
        ]
    }

    private var ownLogs: [MetricFamily] {
        [
            family("tongzhou_own_log_entries", "Signed entries of an own log.") { family in
                for log in report.ownLogs { family.add(Int64(log.size), [("log", log.origin.text)]) }
            },
            family("tongzhou_own_log_cosignatures", "Witnesses that cosigned the newest checkpoint.") { family in
                for log in report.ownLogs {
                    family.add(Int64(log.cosignatures.witnesses.count), [("log", log.origin.text)])
                }
            },
        ]
    }

    private var peerLogs: [MetricFamily] {
        func gauge(_ name: String, _ help: String, _ value: (PeerLogStatus) -> Int64?) -> MetricFamily {
            family(name, help) { family in
                for log in report.peers {
                    guard let value = value(log) else { continue }
                    family.add(value, [("peer", log.origin.node.text), ("log", log.origin.text)])
                }
            }
        }
        return [
            gauge("tongzhou_peer_log_verified_entries", "Entries mirrored and verified.") { Int64($0.verified) },
            gauge("tongzhou_peer_log_known_entries", "Entries the peer has signed as far as known.") {
                Int64($0.known)
            },
            gauge("tongzhou_peer_log_last_contact_time_seconds", "When the peer last answered about the log.") {
                $0.lastContact?.secondsSinceEpoch
            },
            family("tongzhou_peer_log_state", "1 for the state a peer's log is in, 0 for the others.") { family in
                for log in report.peers {
                    for state in PeerState.allCases {
                        let labels = [
                            ("peer", log.origin.node.text), ("log", log.origin.text), ("state", state.rawValue),
                        ]
                        family.add(state == log.state ? 1 : 0, labels)
                    }
                }
            },
        ]
    }

    private var work: [MetricFamily] {
        [
            family("tongzhou_settlements", "Settlements by state.") { family in
                for state in SettlementState.allCases {
                    let count = report.settlements.filter { $0.state == state }.count
                    family.add(Int64(count), [("state", state.rawValue)])
                }
            },
            family("tongzhou_conditions", "Open conditions by severity.") { family in
                for severity in Severity.allCases {
                    let count = report.conditions.filter { $0.code.severity == severity }.count
                    family.add(Int64(count), [("severity", severity.rawValue)])
                }
            },
            family("tongzhou_condition", "1 for every condition that stands; codes as in docs/errors.md.") { family in
                for condition in report.conditions {
                    family.add(
                        1,
                        [
                            ("code", condition.code.rawValue), ("severity", condition.code.severity.rawValue),
                            ("peer", peer(condition.subject)), ("subject", condition.subject),
                        ])
                }
            },
        ]
    }

    /// The peer that a condition is about, where its subject is a peer or one of its logs.
    private func peer(_ subject: String) -> String {
        let node = NodeName(subject) ?? LogOrigin(subject)?.node
        return report.peers.first { $0.origin.node == node }?.origin.node.text ?? ""
    }
}
