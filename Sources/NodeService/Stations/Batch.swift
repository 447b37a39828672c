/// A batch of readings as it was sent.
struct Batch {
    enum Format: String {
        case json
        case csv
    }

    let format: Format
    let bytes: [UInt8]
}
