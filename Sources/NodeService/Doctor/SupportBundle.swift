import Compensation
import Federation
public import Foundation
import NodeStore
public import Presentation

/// What support needs to see, in one archive: findings, status, configuration and peer files. No private key, no
/// password, no entry of any log.
public struct SupportBundle {
    private let configuration: NodeConfiguration
    private let file: URL

    public init(_ configuration: NodeConfiguration, at file: URL) {
        self.configuration = configuration
        self.file = file
    }

    /// The archive's bytes (POSIX ustar).
    public func archive(_ report: DoctorReport) async throws -> Data {
        let client = ControlClient(configuration)
        let status = try await client.perform(.status(check: false), .en, format: .json)
        let text = try await client.perform(.status(check: false), .zh, format: .wide)
        var archive = TarArchive()
        archive.add("doctor.json", report.jsonText)
        archive.add("doctor.txt", report.text(.zh) + "\n" + report.text(.en))
        archive.add("status.json", status.output + status.errors)
        archive.add("status.txt", text.output + text.errors)
        archive.add("node.yaml", Self.redacted(try ConfigurationFile.text(of: file)))
        for (file, peer) in try PeerConfiguration.files(configuration.peers) {
            let text = try ConfigurationFile.text(of: file)
            archive.add("peers/\(peer.member.node.text).yaml", Self.redacted(text, keepingPublicKeys: true))
        }
        archive.add("machine.txt", Self.machine(configuration))
        return Data(archive.bytes)
    }

    /// A key somebody has pasted where its path belongs does not leave the machine: long unbroken words are blotted
    /// out, and so is every block of PEM. The public keys of a peer file stay.
    static func redacted(_ text: String, keepingPublicKeys: Bool = false) -> String {
        var isInside = false
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            if line.contains("-----BEGIN") { isInside = true }
            defer { if line.contains("-----END") { isInside = false } }
            guard !isInside else { return "# (redacted)" }
            let isPublic = ["log_key:", "tls_key:", "former_keys:"].contains { line.hasPrefix($0) }
            guard !keepingPublicKeys || !isPublic else { return String(line) }
            return String(line.replacing(#/[A-Za-z0-9+=]{40,}/#, with: "(redacted)"))
        }.joined(separator: "\n")
    }

    private static func machine(_ configuration: NodeConfiguration) -> String {
        let process = ProcessInfo.processInfo
        let system = (try? String(contentsOf: URL(filePath: "/etc/os-release"), encoding: .utf8)) ?? ""
        let folder = DataFolder(configuration.data)
        let files = ["log.sqlite", "log.sqlite-wal", "views.sqlite", "views.sqlite-wal"].map { name in
            let attributes = try? FileManager.default.attributesOfItem(atPath: folder.url.appending(path: name).path)
            return "\(name) \((attributes?[.size] as? NSNumber)?.intValue ?? 0)"
        }
        return """
            tongzhou \(ProgramVersion.text)
            \(process.operatingSystemVersionString), \(process.activeProcessorCount) cores, \(process.physicalMemory >> 20) MiB
            \(MachineConditions.free(configuration.data).map { "\($0 >> 20) MiB free" } ?? "-")
            \(files.joined(separator: "\n"))
            \(system)
            """
    }
}
