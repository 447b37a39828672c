import NIOHTTP1

/// What a member answers.
struct Answer {
    var status = HTTPResponseStatus.ok
    var body: [UInt8] = []
    var tag: String?
}
