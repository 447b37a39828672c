import TransparencyLog

/// The public keys that lie beside proofs: one verifier key a line, `#` begins a remark.
enum KeyFile {
    static let name = "keys.txt"

    /// - Throws: `CommandFailure` naming the line that is no key.
    static func read(_ file: NamedFile) throws -> [NoteVerifier] {
        var keys: [NoteVerifier] = []
        let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        for (position, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
            keys.append(try key(String(line), "\(file.name):\(position + 1)"))
        }
        return keys
    }

    static func key(_ text: String, _ place: String) throws -> NoteVerifier {
        do {
            return try NoteVerifier(vkey: text)
        } catch {
            throw refusal(error, place)
        }
    }

    /// The key of a witness or a mirror.
    static func cosigner(_ text: String, _ place: String) throws -> CosignatureVerifier {
        do {
            return try CosignatureVerifier(vkey: text)
        } catch {
            throw refusal(error, place)
        }
    }

    private static func refusal(_ error: VerifierKeyError, _ place: String) -> CommandFailure {
        CommandFailure(
            zh: "\(place)：不是公钥（名称+八位十六进制+Base64）：\(reason(error).zh)",
            en: "\(place): no verifier key (name+8 hexadecimal digits+base64): \(reason(error).en)")
    }

    private static func reason(_ error: VerifierKeyError) -> (zh: String, en: String) {
        switch error {
        case .malformed: ("格式不符", "malformed")
        case .unsupportedType(let type): ("不支持的类型 \(type)", "type \(type) is not supported")
        case .keyIDMismatch(let expected): ("编号应为 \(expected.hex)", "its ID should be \(expected.hex)")
        case .weakKey: ("不可信任的公钥", "not a key to be trusted")
        }
    }
}
