public import Compensation
import Federation
public import Presentation
import TransparencyLog

/// Checks proof files with nothing but public keys. Needs neither a node nor its configuration.
public struct ProofChecker: Sendable {
    let language: Language
    let format: OutputFormat

    public init(_ language: Language, format: OutputFormat) {
        self.language = language
        self.format = format
    }

    /// A proof with the entry it is to be checked against and the keys that lie beside it.
    public struct Form: Sendable {
        let proof: NamedFile
        let entry: NamedFile
        let keys: NamedFile?

        public init(proof: NamedFile, entry: NamedFile, keys: NamedFile?) {
            self.proof = proof
            self.entry = entry
            self.keys = keys
        }
    }

    /// The name of the entry's file beside a proof's.
    public static func entryName(beside proof: String) -> String {
        let isNamedSo = proof.hasSuffix(ProofSetFiles.proofSuffix)
        let stem = isNamedSo ? String(proof.dropLast(ProofSetFiles.proofSuffix.count)) : proof
        return stem + ProofSetFiles.entrySuffix
    }

    public static let keyFile = KeyFile.name

    /// Checks each proof under the keys given or, without any, under those beside it, and the lines of the cosigners
    /// whose keys are given: one that does not hold refuses the file, one under another key is said to be unknown, and
    /// a key that no line is under fails the verification, although the entry is proven.
    public func check(_ forms: [Form], keys vkeys: [String], cosigners: [String] = []) -> CommandOutcome {
        OfflineAnswer.of(language, format: format) {
            let witnesses = try cosigners.map { try KeyFile.cosigner($0, "--witness") }
            let given = try vkeys.map { try KeyFile.key($0, "--key") }
            var unconfirmed: [NoteVerifier] = []
            var checks: [ProofCheck] = []
            for form in forms {
                let keys = try given.isEmpty ? Self.keys(beside: form) : given
                let check = ProofCheck(file: form.proof.name, result: Self.examine(form, keys, witnesses))
                if given.isEmpty, case .success(let proven) = check.result {
                    unconfirmed += keys.filter {
                        $0.name.utf8.elementsEqual(proven.origin.utf8) && !unconfirmed.contains($0)
                    }
                }
                checks.append(check)
            }
            let report = ProofCheckReport(checks, unconfirmed: unconfirmed, cosigners: !witnesses.isEmpty)
            let holds = report.isProven && report.isCosigned ?? true
            return (report, holds ? ExitCode.done : ExitCode.integrity)
        }
    }

    private static func keys(beside form: Form) throws -> [NoteVerifier] {
        guard let file = form.keys else {
            throw CommandFailure(
                zh: "\(form.proof.name)：旁边没有 \(KeyFile.name)；请用 --key 给出该日志的公钥",
                en: "\(form.proof.name): no \(KeyFile.name) lies beside it; name the log's key with --key")
        }
        return try KeyFile.read(file)
    }

    /// Whether the entry is in the log whose key is named as the checkpoint's origin.
    private static func examine(
        _ form: Form, _ keys: [NoteVerifier], _ cosigners: [CosignatureVerifier]
    ) -> Result<ProofCheck.Proven, EntryProofFinding> {
        EntryProof.parse(form.proof.bytes).flatMap { proof in
            // The key's name is the origin, so the keys of other logs cannot speak for this one.
            let own = keys.filter { $0.name.utf8.elementsEqual(proof.claim.origin.utf8) }
            return proof.verify(
                entry: form.entry.bytes, origin: proof.claim.origin, keys: NoteKeys(own)
            ).flatMap { verified in
                cosignatures(proof, NoteKeys(own), cosigners).map { lines in
                    let log = LogOrigin(verified.checkpoint.origin)
                    return ProofCheck.Proven(
                        origin: verified.checkpoint.origin, index: proof.index, verified: verified, cosignatures: lines,
                        entry: log.flatMap { try? SignedEntry(bytes: form.entry.bytes, foundIn: $0) })
                }
            }
        }
    }

    /// The lines of cosigners; `nil` when no key of any was given.
    private static func cosignatures(
        _ proof: EntryProof, _ keys: NoteKeys, _ cosigners: [CosignatureVerifier]
    ) -> Result<[CosignatureLine]?, EntryProofFinding> {
        guard !cosigners.isEmpty else { return .success(nil) }
        let lines = CosignedCheckpoint.open(
            note: proof.note, origin: proof.claim.origin, keys: keys, cosigners: cosigners
        ).flatMap { checkpoint in
            SignedNote.parse(proof.note).map { CosignatureLine.all($0, checkpoint, given: cosigners) }
        }
        return lines.map(Optional.some).mapError { .checkpoint($0) }
    }
}
