import Federation
import Foundation
import TransparencyLog

/// A bundle that was read once from beginning to end, so that its shape and digest are known to be right, and whose
/// resources are then read again one by one. What they say is not known to be right: that is for the `Mirror`.
final class BundleFile: Sendable {
    let header: BundleHeader
    private let descriptor: Int32
    private let path: String
    /// Per log of the header, per resource of its plan.
    private let places: [[Place]]

    private struct Place {
        let begin: Int64
        let length: Int32
    }

    /// - Throws: `BundleProblem`; `FileProblem` when the file cannot be read or is no regular file.
    init(_ path: String) throws {
        // Without O_NONBLOCK the opening of a pipe would wait for a writer.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw FileProblem(path) }
        do {
            var facts = stat()
            guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { throw FileProblem(path) }
            (header, places) = try Self.scan(descriptor, path)
        } catch {
            close(descriptor)
            throw error
        }
        self.descriptor = descriptor
        self.path = path
    }

    deinit { close(descriptor) }

    private static func scan(_ descriptor: Int32, _ path: String) throws -> (BundleHeader, [[Place]]) {
        var scanner = BundleScanner(descriptor, path: path)
        let format = Array(BundleHeader.format.utf8)
        do {
            guard try scanner.line(limit: format.count, problem: .notABundle) == format else {
                throw BundleProblem(.notABundle)
            }
        } catch let problem as BundleProblem where problem.code == .truncated {
            throw BundleProblem(.notABundle)
        }
        let header = try BundleHeader(
            parsing: scanner.line(limit: BundleHeader.longest, problem: .headerInvalid))
        let places = try header.logs.map { log in
            var places: [Place] = []
            for resource in BundlePlan(log).resources {
                let line = try scanner.line(limit: BundleRecord.longestLine, problem: .resourceUnexpected)
                let length = try BundleRecord.length(in: line, of: resource)
                places.append(Place(begin: scanner.offset, length: Int32(length)))
                try scanner.skip(length)
                guard try scanner.line(limit: 0, problem: .resourceUnexpected).isEmpty else {
                    throw BundleProblem(.resourceUnexpected, resource.path)
                }
            }
            return places
        }
        let digest = Array("sha256 ".utf8) + scanner.digest
        guard try scanner.line(limit: digest.count, problem: .digestDiffers) == digest else {
            throw BundleProblem(.digestDiffers)
        }
        guard try scanner.isAtEnd() else { throw BundleProblem(.trailingBytes, "after byte \(scanner.offset)") }
        return (header, places)
    }

    /// The bytes of a resource of one of the header's logs; `nil` when the bundle does not hold it.
    func body(_ resource: LogResource, of log: Int) throws -> [UInt8]? {
        guard let position = BundlePlan(header.logs[log]).position(of: resource) else { return nil }
        let place = places[log][position]
        var bytes = [UInt8](repeating: 0, count: Int(place.length))
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeMutableBytes { buffer in
                pread(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done, Int(place.begin) + done)
            }
            // Shorter than a moment ago: somebody is writing to it.
            guard count > 0 else { throw FileProblem(path) }
            done += count
        }
        return bytes
    }
}
