public import Compensation
public import Foundation
public import Presentation
import TransparencyLog

/// Writes a log key that no log knows yet.
public enum NewLogKey {
    public static func write(to file: URL, _ language: Language, format: OutputFormat) throws -> CommandOutcome {
        let key = LogKey.generate()
        try key.write(to: file)
        let receipt = NewKeyReceipt(file: file.path, publicKey: key.publicKey)
        return CommandOutcome(exitCode: ExitCode.done, output: receipt.rendered(format, language))
    }

    /// An SM2 key, encrypted under the first line of the file `passphrase`, where one is given.
    public static func writeSM2(
        to file: URL, passphrase: URL?, _ language: Language, format: OutputFormat
    ) throws -> CommandOutcome {
        let key = try SM2LogKey.generate()
        try key.write(to: file, passphrase: try passphrase.map { try SM2LogKey.passphrase($0) })
        let receipt = NewKeyReceipt(file: file.path, publicKey: key.publicKey, algorithm: .sm2)
        return CommandOutcome(exitCode: ExitCode.done, output: receipt.rendered(format, language))
    }
}
