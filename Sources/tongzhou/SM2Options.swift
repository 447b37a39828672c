import ArgumentParser
import Foundation

/// Whether a key is made for SM2, and what encrypts its file.
struct SM2Options: ParsableArguments {
    @Flag(
        name: .customLong("sm2"),
        help: ArgumentHelp(Speech.text(zh: "国密 SM2 密钥", en: "an SM2 key (GB/T 32918)")))
    var sm2 = false
    @Option(
        name: .customLong("passphrase-file"),
        help: ArgumentHelp(
            Speech.text(
                zh: "口令文件（权限 0600，取首行）：SM2 私钥以 SM4 加密存放",
                en: "a file (mode 0600) whose first line encrypts the SM2 key file, with SM4")))
    var passphraseFile: String?

    var file: URL? { passphraseFile.map { URL(filePath: $0) } }

    func validate() throws {
        guard sm2 || passphraseFile == nil else {
            throw ValidationError(
                Speech.text(zh: "--passphrase-file 须与 --sm2 同用", en: "--passphrase-file goes with --sm2"))
        }
    }
}
