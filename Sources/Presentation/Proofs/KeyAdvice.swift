import Compensation
import TransparencyLog

/// Says whose keys a person still has to compare: a file that brings its own keys proves nothing about who held them.
enum KeyAdvice {
    /// One line per node and key; none when every key was given.
    static func lines(_ keys: [NoteVerifier], _ language: Language) -> [String] {
        guard !keys.isEmpty else { return [] }
        let head = Bilingual(
            zh: "以上用的是文件自带的公钥。请与各节点另行给出的公钥（节点文件中的 log_key、sm2_keys）核对：",
            en:
                "These keys came with the files. Compare each with the one its node gave you elsewhere (log_key and sm2_keys in its file):"
        )(language)
        var lines: [String] = []
        for key in keys {
            let node = String(decoding: key.name.utf8.prefix { $0 != UInt8(ascii: "/") }, as: UTF8.self)
            let line = "  \(TerminalText.visible(node))  \(Base64.encode(key.publicKey))"
            if !lines.contains(line) { lines.append(line) }
        }
        return [head] + lines
    }
}
