import Crypto
import Federation
import Foundation

/// Reads a file once from its beginning, a bounded piece at a time, and hashes what it has passed.
struct BundleScanner {
    private let descriptor: Int32
    private let path: String
    private var buffer: [UInt8] = []
    private var next = 0
    private var hash = SHA256()
    /// Bytes passed.
    private(set) var offset: Int64 = 0

    private static let piece = 1 << 18

    init(_ descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    /// SHA-256 of everything passed so far, 64 lower-case hexadecimal digits.
    var digest: [UInt8] {
        let digits = Array("0123456789abcdef".utf8)
        return hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    }

    /// Whether anything is left.
    mutating func isAtEnd() throws -> Bool {
        if next == buffer.count { try fill() }
        return next == buffer.count
    }

    /// The bytes up to the next line end, which is passed too.
    /// - Throws: `BundleProblem` `problem` when the line has more than `limit` bytes, `truncated` when the file ends.
    mutating func line(limit: Int, problem: BundleProblem.Code) throws -> [UInt8] {
        var line: [UInt8] = []
        while true {
            if try isAtEnd() { throw BundleProblem(.truncated, "at byte \(offset)") }
            let end = buffer[next...].firstIndex(of: 0x0A)
            let part = buffer[next..<(end ?? buffer.count)]
            guard line.count + part.count <= limit else { throw BundleProblem(problem, "at byte \(offset)") }
            line += part
            pass(part.count + (end == nil ? 0 : 1))
            if end != nil { return line }
        }
    }

    /// Passes `count` bytes.
    mutating func skip(_ count: Int) throws {
        var left = count
        while left > 0 {
            if try isAtEnd() { throw BundleProblem(.truncated, "at byte \(offset)") }
            let step = min(left, buffer.count - next)
            pass(step)
            left -= step
        }
    }

    private mutating func pass(_ count: Int) {
        buffer.withUnsafeBytes { hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[next..<next + count])) }
        next += count
        offset += Int64(count)
    }

    private mutating func fill() throws {
        var piece = [UInt8](repeating: 0, count: Self.piece)
        let count = piece.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        guard count >= 0 else { throw FileProblem(path) }
        piece.removeLast(piece.count - count)
        buffer = piece
        next = 0
    }
}
