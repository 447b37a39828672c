public import Compensation
import Federation
import Foundation
public import Presentation

/// Makes a development authority, once, and certificates for nodes.
public struct DevelopmentCertificates {
    private let folder: String
    private let days: Int

    public init(folder: String, days: Int) {
        self.folder = folder
        self.days = days
    }

    public func issue(_ names: [String], _ language: Language, format: OutputFormat) throws -> CommandOutcome {
        let nodes = try names.map { name in
            guard let node = NodeName(name) else {
                throw CommandFailure(zh: "“\(name)”不是节点名。", en: "“\(name)” is not a node name.")
            }
            return node
        }
        // Five minutes of clock difference between machines must not make a fresh certificate invalid.
        let begin = SystemClock.date.addingTimeInterval(-300)
        let end = SystemClock.date.addingTimeInterval(Double(days) * 86_400)
        let certificates = try CertificateFolder(path: folder)
        if !FileManager.default.fileExists(atPath: folder + "/ca.pem") {
            let tenYears = begin.addingTimeInterval(3650 * 86_400)
            try certificates.write(DevelopmentAuthority(notBefore: begin, notAfter: max(end, tenYears)))
        }
        let authority = try certificates.authority()
        let issued = try nodes.map { node in
            try certificates.write(authority.issue(node: node, notBefore: begin, notAfter: end), for: node)
            let digest = try certificates.credentials(for: node).identity.keyDigest
            return (node: node, file: "\(folder)/\(node.text).pem", keyDigest: digest)
        }
        return CommandOutcome(
            exitCode: ExitCode.done, output: IssuedCertificates(issued).rendered(format, language))
    }
}
