import Foundation
import Logging

/// Looks at the certificate of the public pages every few seconds and puts a renewed one to use.
struct PagesCertificateWatch {
    let certificate: URL
    let key: URL
    let trust: ServerTrust
    let clock: any NodeClock
    let logger: Logger

    private static let pause = Duration.seconds(2)

    /// Until the task is cancelled.
    func run() async {
        var known = files
        var refused: [Data?]?
        while (try? await clock.sleep(for: Self.pause)) != nil {
            let found = files
            guard found != known else { continue }
            do {
                try trust.replace(certificate: certificate.path, key: key.path)
                known = found
                logger.info(
                    "new certificate of the public pages in use",
                    metadata: ["event": "\(TransportEvent.credentialsReplaced.rawValue)"])
            } catch {
                // Half of it may not be there yet, or it may not be read: tried again until it is, and told once.
                guard found != refused else { continue }
                refused = found
                logger.warning(
                    "the new certificate of the public pages cannot be used",
                    metadata: ["event": "pages-certificate-refused", "detail": "\(error)"])
            }
        }
    }

    private var files: [Data?] { [certificate, key].map { FileManager.default.contents(atPath: $0.path) } }
}
