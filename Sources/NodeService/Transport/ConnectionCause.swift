import Foundation
import NIOCore
import NIOPosix

/// Why no connection came about, as far as the system says. The raw values are the details of `unreachable`.
enum ConnectionCause: String, CaseIterable, Sendable {
    /// Somebody is there, but nobody listens at the port.
    case refused = "connection-refused"
    /// The network does not know the way.
    case noRoute = "no-route"
    /// Nobody answers: switched off, or a firewall that drops.
    case noAnswer = "no-answer"
    /// The name has no address.
    case unknownName = "name-unknown"
    /// The other side hung up, or something between.
    case hungUp = "hung-up"

    init?(_ error: any Error) {
        switch error {
        case let error as NIOConnectionError:
            if let first = error.connectionErrors.first {
                self.init(first.error)
            } else {
                self = .unknownName
            }
        case let error as IOError: self.init(errno: error.errnoCode)
        case is SocketAddressError: self = .unknownName
        case ChannelError.connectTimeout: self = .noAnswer
        case is ChannelError: self = .hungUp
        default: return nil
        }
    }

    private init?(errno code: Int32) {
        switch code {
        case ECONNREFUSED: self = .refused
        case EHOSTUNREACH, ENETUNREACH, ENETDOWN: self = .noRoute
        case ETIMEDOUT: self = .noAnswer
        case ECONNRESET, EPIPE, ENOTCONN, ECONNABORTED: self = .hungUp
        default: return nil
        }
    }
}
