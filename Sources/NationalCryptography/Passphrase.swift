import COpenSSL

/// The answer to libcrypto's question for a passphrase. Without one an encrypted key is refused:
/// libcrypto would otherwise ask the terminal.
struct Passphrase {
    private let bytes: [UInt8]?

    init(_ bytes: [UInt8]?) { self.bytes = bytes }

    /// Reads the private key that `text` holds; nil if it is none or another passphrase is needed.
    func privateKey(in text: MemoryText) -> OpaquePointer? {
        withUnsafePointer(to: self) { asked in
            PEM_read_bio_PrivateKey(
                text.pointer, nil,
                { buffer, size, _, asked in
                    guard let buffer, let asked = asked?.assumingMemoryBound(to: Passphrase.self) else { return -1 }
                    return asked.pointee.write(to: UnsafeMutableRawBufferPointer(start: buffer, count: Int(size)))
                }, UnsafeMutableRawPointer(mutating: asked))
        }
    }

    /// The count of bytes written, or -1 for no answer.
    private func write(to buffer: UnsafeMutableRawBufferPointer) -> Int32 {
        guard let bytes, bytes.count <= buffer.count else { return -1 }
        buffer.copyBytes(from: bytes)
        return Int32(bytes.count)
    }
}
