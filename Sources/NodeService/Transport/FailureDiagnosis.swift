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
            return TransportFailure(
                .unreachable, ConnectionCause(error)?.rawValue ?? "", raw: String(describing: error))
        default:
            return TransportFailure(.protocol, "", raw: String(describing: error))
        }
    }

    /// What a refused handshake means to the caller.
    static func failure(for refusal: HandshakeRefusal, _ detail: String) -> TransportFailure {
        let code: TransportFailure.Code =
            switch refusal {
            case .unknownAuthority, .certificateRefused: .tlsUntrusted
            case .expired, .notYetValid: .tlsExpired
            case .revoked: .tlsRevoked
            case .wrongName: .tlsWrongPeer
            case .refusedByPeer, .noClientCertificate: .refusedByPeer
            case .aborted: .unreachable
            case .timeout: .timeout
            case .version, .failed: .protocol
            }
        return TransportFailure(code, refusal.rawValue, raw: detail)
    }

    private static func tlsFailure(_ text: String) -> TransportFailure {
        // The dates and roots are not known here; LogClient asks again when they matter.
        let refusal = HandshakeRefusal.classify(errorText: text, presented: nil, roots: [], now: .distantPast)
        return failure(for: refusal, text)
    }

    private static func httpFailure(_ error: HTTPClientError) -> TransportFailure {
        let text = String(describing: error)
        return switch error {
        case .connectTimeout, .getConnectionFromPoolTimeout, .tlsHandshakeTimeout:
            TransportFailure(.unreachable, ConnectionCause.noAnswer.rawValue, raw: text)
        case .uncleanShutdown, .remoteConnectionClosed:
            TransportFailure(.unreachable, ConnectionCause.hungUp.rawValue, raw: text)
        case .deadlineExceeded, .readTimeout, .writeTimeout:
            TransportFailure(.timeout, "", raw: text)
        case .cancelled, .alreadyShutdown:
            TransportFailure(.cancelled, "", raw: text)
        default:
            TransportFailure(.protocol, "", raw: text)
        }
    }
}
