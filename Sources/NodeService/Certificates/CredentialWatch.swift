import Compensation
import Federation
import Logging
import ServiceLifecycle

/// Looks at the certificate files every few seconds, puts good new ones to use and tells what needs attention.
struct CredentialWatch: Service {
    let node: Node
    /// Hands new credentials to the listeners.
    let replace: @Sendable (TLSCredentials) throws -> Void

    private static let pause = Duration.seconds(2)

    func run() async throws {
        let files = CredentialFiles(node.configuration)
        await cancelWhenGracefulShutdown {
            var told: [String] = []
            while !Task.isCancelled {
                if let credentials = await node.trust.refresh(files, now: SystemClock.date) {
                    use(credentials)
                }
                told = tell(except: told)
                try? await Task.sleep(for: Self.pause)
            }
        }
    }

    private func use(_ credentials: TLSCredentials) {
        do {
            try replace(credentials)
        } catch {
            node.logger.error(
                "the TLS library does not take the new credentials",
                metadata: ["event": "\(ConditionCode.certificateRenewalRefused.rawValue)", "detail": "\(error)"])
        }
    }

    /// One line when a condition begins or changes. Returns the lines that stand.
    private func tell(except told: [String]) -> [String] {
        node.trust.conditions(of: node.configuration.node, now: node.clock.now).map { condition in
            let line = "\(condition.code.rawValue) \(condition.subject) \(condition.detail)"
            if !told.contains(line) {
                node.logger.log(
                    level: condition.code.severity >= .error ? .error : .warning, "\(condition.code.text(.en))",
                    metadata: [
                        "event": "\(condition.code.rawValue)", "subject": "\(condition.subject)",
                        "detail": "\(condition.detail)",
                    ])
            }
            return line
        }
    }
}
