import Foundation

/// A checkpoint as C2SP tlog-checkpoint writes it: origin, size and root, one a line.
struct KeptNote {
    let origin: String
    let size: Int
    let root: Data

    init(_ note: Data) throws {
        let lines = String(decoding: note, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count > 3, let size = Int(lines[1]), let root = Data(base64Encoded: String(lines[2])) else {
            throw TestProblem("not a checkpoint: \(String(decoding: note, as: UTF8.self))")
        }
        origin = String(lines[0])
        self.size = size
        self.root = root
    }
}
