public import Compensation
import Federation
public import Foundation
import TransparencyLog

/// Writes a log key that no log knows yet.
public enum NewLogKey {
    public static func write(to file: URL, _ language: Language) throws -> CommandOutcome {
        let key = LogKey.generate()
        try key.write(to: file)
        let text = Bilingual(
            zh:
                "新私钥 \(file.path)\n公钥 log_key: \(Base64.encode(key.publicKey))\n指纹 \(KeyFingerprint(of: key.publicKey).spoken)\n",
            en:
                "new key \(file.path)\npublic key log_key: \(Base64.encode(key.publicKey))\nfingerprint \(KeyFingerprint(of: key.publicKey).spoken)\n"
        )
        return CommandOutcome(exitCode: ExitCode.done, output: text(language))
    }
}
