import ArgumentParser

/// Log keys: show, rotate, countersign, retire, make a new one.
struct KeysCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "keys",
            abstract: Speech.text(zh: "日志密钥：查看、轮换、会签、停用", en: "log keys: show, rotate, countersign, retire"),
            discussion: Speech.text(
                zh: """
                    轮换：keys rotate → 中央节点与至少一个邻居核对指纹后 keys countersign → keys retire。邻居无需改配置即可继续核验。
                    私钥丢失或泄露不能轮换：keys new 生成新私钥，在 node.yaml 中改 log_key、提高各通道的 epoch，旧日志的公钥写入 former_keys，然后 epoch open。见 docs/keys.md。
                    """,
                en: """
                    Rotation: keys rotate, then keys countersign by the centre and at least one neighbour after comparing fingerprints, then keys retire. Neighbours go on verifying without any change of their configuration.
                    A lost or compromised key cannot be rotated: make a new one with keys new, name it under log_key in node.yaml, raise the epoch of every channel, put the old logs' public key under former_keys, then run epoch open. See docs/keys.md.
                    """),
            subcommands: [
                KeysShowCommand.self, KeysRotateCommand.self, KeysCountersignCommand.self, KeysRetireCommand.self,
                KeysNewCommand.self,
            ],
            defaultSubcommand: KeysShowCommand.self)
    }
}
