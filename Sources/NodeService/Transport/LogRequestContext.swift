import Hummingbird
import NIOCore

/// What Hummingbird hands over with a request.
struct LogRequestContext: InitializableFromSource {
    let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        channel = source.channel
    }
}
