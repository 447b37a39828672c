/// A reader of bytes from outside, and what has to hold of it whatever the bytes are.
public struct FuzzSubject: Sendable {
    /// Also the name of the folder of its corpus in `Fuzz/Corpora`.
    public let name: String
    /// Whether the reader took the bytes. Throws `Violation` when something does not hold.
    public let read: @Sendable ([UInt8]) throws -> Bool

    init(_ name: String, _ read: @escaping @Sendable ([UInt8]) throws -> Bool) {
        self.name = name
        self.read = read
    }

    /// A reader of a form with one spelling: what it takes, it writes back byte for byte.
    init(_ name: String, canonical rewritten: @escaping @Sendable ([UInt8]) throws -> [UInt8]?) {
        self.init(name) { bytes in
            guard let written = try rewritten(bytes) else { return false }
            try Violation.unless(
                written == bytes, "taken, but written back as \(String(decoding: written, as: UTF8.self))")
            return true
        }
    }

    public static let all: [FuzzSubject] =
        notes + trees + entries + files + tables + configuration + certificates
}
