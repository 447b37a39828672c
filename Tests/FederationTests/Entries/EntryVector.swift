import Compensation
import Federation
import Testing
import TransparencyLog

/// An entry as a Swift value and as the bytes that neighbours have on disk: a promise of the wire format.
struct EntryVector: CustomTestStringConvertible {
    let text: String
    private let make: @Sendable () throws -> Entry

    init(_ text: String, _ make: @escaping @Sendable () throws -> Entry) {
        self.text = text
        self.make = make
    }

    static let log = "500000.tongzhou.test/youshui/1"
    static let at = "2021-05-06T09:30:05+08:00"
    static var origin: LogOrigin { get throws { try #require(LogOrigin(log)) } }

    var bytes: [UInt8] { Array(text.utf8) }
    var testDescription: String { String(text.prefix(200)) }

    func signed() throws -> SignedEntry {
        SignedEntry(log: try Self.origin, at: try #require(Timestamp(Self.at)), entry: try make())
    }

    func entry() throws -> Entry { try make() }
}
