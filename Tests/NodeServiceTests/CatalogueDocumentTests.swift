import Federation
import Presentation
import Tabular
import Testing
import TransparencyLog

@testable import NodeService

/// `docs/errors.md` explains every code that people meet.
@Suite("The catalogue of codes")
struct CatalogueDocumentTests {
    private static let exitCodes = [
        ExitCode.done, ExitCode.failed, ExitCode.attention, ExitCode.notYet, ExitCode.integrity,
        ExitCode.inputRefused, ExitCode.notRunning, ExitCode.interrupted,
    ]
    private static let transport: [TransportFailure.Code] = [
        .unreachable, .refusedByPeer, .tlsUntrusted, .tlsWrongPeer, .tlsExpired, .tlsRevoked, .timeout, .tooLarge,
        .protocol,
        .httpStatus, .cancelled,
    ]
    private static let handshake: [HandshakeRefusal] = [
        .noClientCertificate, .unknownAuthority, .expired, .notYetValid, .certificateRefused, .revoked, .wrongName,
        .version,
        .refusedByPeer, .aborted, .timeout, .failed,
    ]
    private static let events: [TransportEvent] = [
        .notAMember, .keyNotPinned, .tooManyConnections, .methodRefused, .bodyRefused, .pathRefused, .notServed,
        .sourceFailed, .listening, .credentialsReplaced,
    ]
    private static let certificates: [CertificateFailure.Code] = [
        .unreadable, .unwritable, .exists, .tooOpen, .malformed, .keyMismatch, .identity, .otherNode, .unissuable,
        .expired, .notYetValid, .revoked, .usage, .unknownAuthority, .listMalformed, .listUnsigned, .listOutdated,
        .listOlder,
    ]
    private static let proofs: [EntryProofFinding] =
        [.tooLarge(detail: ""), .unknownFormat(detail: ""), .malformed(detail: "")]
        + [
            NoteFinding.malformed(detail: ""), .tooLarge(detail: ""), .noTrustedSignature(detail: ""),
            .signatureInvalid(detail: ""), .signatureDuplicate(detail: ""), .checkpointMalformed(detail: ""),
            .checkpointWrongOrigin(detail: ""),
        ].map { .checkpoint($0) }
        + [
            ProofFinding.outOfRange(detail: ""), .wrongLength(detail: ""), .oldRootMismatch(detail: ""),
            .rootMismatch(detail: ""),
        ].map { .inclusion($0) }
    private static let entries: [EntryProblem.Code] = [
        .tooLarge, .notCanonical, .unknownKind, .unknownVersion, .fieldMissing, .fieldInvalid, .fieldUnknown, .otherLog,
    ]

    private func rows() throws -> [String] {
        String(decoding: try Repository.bytes("docs/errors.md"), as: UTF8.self).split(separator: "\n")
            .filter { $0.hasPrefix("| `") }.map(String.init)
    }

    private func explains(_ rows: [String], _ code: String) -> Bool { rows.contains { $0.hasPrefix("| `\(code)` |") } }

    @Test("Every code has a row of its own")
    func complete() throws {
        let rows = try rows()
        let catalogued =
            ConditionCode.allCases.map(\.rawValue) + ImportIssueCode.allCases.map(\.rawValue)
            + ImportNoteCode.allCases.map(\.rawValue) + TabularIssueCode.allCases.map(\.rawValue)
            + MirrorFinding.Code.allCases.map(\.rawValue)
            + EvidenceFinding.Code.allCases.map(\.rawValue) + Self.proofs.map(\.code)
            + VerdictEntry.Conclusion.allCases.map(\.rawValue) + LedgerFinding.Code.allCases.map(\.rawValue)
            + LogAudit.Finding.allCases.map(\.rawValue)
            + BundleProblem.Code.allCases.map(\.rawValue) + BundleImportedLog.Outcome.codes
            + IntakeProblem.allCases.map(\.rawValue) + DamageCode.allCases.map(\.rawValue)
            + AgreementProblem.Code.allCases.map(\.rawValue)
        let technical =
            IdentityRefusal.allCases.map(\.rawValue) + Self.transport.map(\.rawValue) + Self.handshake.map(\.rawValue)
            + Self.events.map(\.rawValue) + Self.certificates.map(\.rawValue) + Self.entries.map(\.rawValue)
        for code in catalogued + technical + Self.exitCodes.map(String.init) {
            #expect(explains(rows, code), "docs/errors.md lacks \(code)")
        }
    }

    @Test("Severities and conditions are those of the program")
    func severities() throws {
        let rows = try rows()
        for code in ConditionCode.allCases {
            #expect(
                rows.contains { $0.hasPrefix("| `\(code.rawValue)` | \(code.severity.rawValue) |") }, "\(code.rawValue)"
            )
        }
        for finding in MirrorFinding.Code.allCases {
            let shown = ConditionCode(finding).rawValue
            #expect(rows.contains { $0.hasPrefix("| `\(finding.rawValue)` | `\(shown)` |") }, "\(finding.rawValue)")
        }
    }

    @Test("No row explains a code that does not exist")
    func nothingElse() throws {
        let known =
            ConditionCode.allCases.map(\.rawValue) + ImportIssueCode.allCases.map(\.rawValue)
            + ImportNoteCode.allCases.map(\.rawValue) + MirrorFinding.Code.allCases.map(\.rawValue)
            + EvidenceFinding.Code.allCases.map(\.rawValue)
            + ["evidence-kept", "evidence-failed"]
        for row in try rows() {
            let code = String(row.dropFirst(3).prefix { $0 != "`" })
            let isCatalogued =
                ["csv-", "xlsx-", "import-", "evidence-"].contains { code.hasPrefix($0) }
                || code.contains(/^[A-Z]{3}-/)
            #expect(!isCatalogued || known.contains(code), "\(code)")
        }
    }
}
