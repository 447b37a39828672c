import AsyncHTTPClient
import Foundation
import NIOCore
import NIOPosix
import NIOSSL

/// Sorts the errors of the HTTP client and the TLS library into ``TransportFailure`` codes.
enum FailureDiagnosis {
    static func failure(for error: any Error) -> TransportFailure {
        switch error {
        case let failure as TransportFailure:
            return failure
        case is CancellationError:
            return TransportFailure(.cancelled, "the task was cancelled")
        case is NIOSSLError, is NIOSSLExtraError, is BoringSSLError:
            return tlsFailure(String(describing: error))
        case let error as HTTPClientError:
            return httpFailure(error)
        case is NIOConnectionError, is IOError, is ChannelError, is SocketAddressError:
            return TransportFailure(.unreachable, String(describing: error))
        default:
            return TransportFailure(.protocol, String(describing: error))
        }
    }

    /// What a refused handshake means to the caller.
    static func failure(for refusal: HandshakeRefusal, _ detail: String) -> TransportFailure {
        let text = "\(refusal.rawValue): \(detail)"
        return switch refusal {
        case .unknownAuthority, .certificateRefused: TransportFailure(.tlsUntrusted, text)
        case .expired, .notYetValid: TransportFailure(.tlsExpired, text)
        case .revoked: TransportFailure(.tlsRevoked, text)
        case .wrongName: TransportFailure(.tlsWrongPeer, text)
        case .refusedByPeer, .noClientCertificate: TransportFailure(.refusedByPeer, text)
        case .aborted: TransportFailure(.unreachable, text)
        case .timeout: TransportFailure(.timeout, text)
        case .version, .failed: TransportFailure(.protocol, text)
        }
    }

    private static func tlsFailure(_ text: String) -> TransportFailure {
        // The dates and roots are not known here; LogClient asks again when they matter.
        let refusal = HandshakeRefusal.classify(errorText: text, presented: nil, roots: [], now: .distantPast)
        return failure(for: refusal, text)
    }

    private static func httpFailure(_ error: HTTPClientError) -> TransportFailure {
        let text = String(describing: error)
        return switch error {
        case .connectTimeout, .getConnectionFromPoolTimeout, .tlsHandshakeTimeout, .uncleanShutdown:
            TransportFailure(.unreachable, text)
        case .deadlineExceeded, .readTimeout, .writeTimeout:
            TransportFailure(.timeout, text)
        case .cancelled, .alreadyShutdown:
            TransportFailure(.cancelled, text)
        default:
            TransportFailure(.protocol, text)
        }
    }
}
