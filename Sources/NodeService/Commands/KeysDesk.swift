import Compensation
import Federation
import Foundation
import Presentation
import TransparencyLog

/// Shows, rotates, countersigns and retires log keys.
struct KeysDesk {
    let node: Node

    func perform(_ command: KeyCommand) async throws -> any Report {
        switch command {
        case .show: await list()
        case .rotate(let dryRun): try await rotate(dryRun)
        case .countersign(let name, let fingerprint, let dryRun): try await countersign(name, fingerprint, dryRun)
        case .retire(let dryRun): try await retire(dryRun)
        }
    }

    private func list() async -> KeyList {
        let docket = await node.docket
        let own = docket.roster.members.filter { $0.node == node.member.node }
        let others = docket.roster.members.filter { $0.node != node.member.node }
        let file = try? PeerConfiguration(contentsOf: node.configuration.publicFile)
        return KeyList(
            (own + others).flatMap { KeyRow.rows($0, docket.keys) }, now: node.clock.now,
            publicFile: file.map { (node.configuration.publicFile.path, $0.fingerprint) })
    }

    private func ownKeys() async throws -> NodeKeys {
        guard let keys = await node.ownKeys else { throw NodeProblem.cannotSign(Self.common(node)) }
        return keys
    }

    private static func common(_ node: Node) -> LogOrigin {
        LogOrigin(node: node.configuration.node, channel: node.configuration.channels[0].channel, epoch: 1)
    }

    private func rotate(_ dryRun: Bool) async throws -> ActionReceipt {
        let keys = try await ownKeys()
        guard keys.signing.count == 1, let old = keys.signing.first else {
            throw CommandFailure(
                zh: "上一次轮换尚未结束：先停用旧密钥（tongzhou keys retire）。",
                en: "The last rotation is not finished: retire the old key first (tongzhou keys retire).")
        }
        let folder = node.configuration.logKey.deletingLastPathComponent().path
        guard !dryRun else {
            return ActionReceipt(
                Bilingual(
                    zh:
                        "将在 \(folder) 写入新的私钥文件 log-<指纹>.key（权限 0600，不改动原文件），在 common 日志记录 key-rotation，并在每个日志各记录一条 node；此后检查点带新旧两行签名，直到 keys retire。未写入任何内容。",
                    en:
                        "Would write a new key file log-<fingerprint>.key in \(folder) (mode 0600, the old file stays as it is), record a key-rotation in the common log and a node entry in every log; checkpoints then carry two lines until keys retire. Nothing was written."
                ), entries: [])
        }
        let key = LogKey.generate()
        let file = await node.ring.file(of: key.publicKey)
        try key.write(to: file)
        let places = try await node.rotate(from: old, to: key)
        let fingerprint = KeyFingerprint(of: key.publicKey).spoken
        return ActionReceipt(
            Bilingual(
                zh:
                    "新密钥已启用，与旧密钥同时签署。私钥文件 \(file.path)，请单独备份。\n指纹 \(fingerprint)\n节点文件中的新值 log_key: \(Base64.encode(key.publicKey))\n请中央节点和至少一个邻居核对指纹后执行 tongzhou keys countersign \(node.member.node.text)，然后在本节点执行 tongzhou keys retire。",
                en:
                    "The new key signs beside the old one. Key file \(file.path); keep a copy of it in a safe place.\nfingerprint \(fingerprint)\nfor the peer files log_key: \(Base64.encode(key.publicKey))\nThe centre and at least one neighbour compare the fingerprint and run tongzhou keys countersign \(node.member.node.text); then run tongzhou keys retire here."
            ), entries: places)
    }

    private func countersign(_ name: String, _ typed: String?, _ dryRun: Bool) async throws -> ActionReceipt {
        guard let other = NodeName(name), other != node.member.node, let keys = await node.docket.keys.keys(of: other)
        else { throw CommandFailure(zh: "没有名为 \(name) 的邻居。", en: "There is no neighbour named \(name).") }
        guard let rotation = keys.rotations.last else {
            throw CommandFailure(zh: "\(name) 没有更换过日志密钥。", en: "\(name) has not rotated its log key.")
        }
        let fingerprint = KeyFingerprint(of: rotation.record.body.newKey)
        if let typed, KeyFingerprint.isTooShort(typed: typed) {
            throw CommandFailure(
                zh: "请至少输入指纹的前 \(KeyFingerprint.leastDigits) 位；未会签。",
                en:
                    "Give at least the first \(KeyFingerprint.leastDigits) digits of the fingerprint; nothing was countersigned."
            )
        }
        if let typed, !fingerprint.matches(typed: typed) {
            throw CommandFailure(
                ExitCode.integrity,
                zh: "指纹不符：日志中的新密钥是 \(fingerprint.spoken)。未会签；请联系对方与中央节点。",
                en:
                    "The fingerprint differs: the new key in the log is \(fingerprint.spoken). Nothing was countersigned; contact the peer and the centre."
            )
        }
        guard !dryRun else {
            return ActionReceipt(
                Bilingual(
                    zh: "将会签 \(name) 的新密钥 \(fingerprint.spoken)（\(rotation.record.reference.text)）。未写入任何内容。",
                    en:
                        "Would countersign the new key of \(name), \(fingerprint.spoken) (\(rotation.record.reference.text)). Nothing was written."
                ), entries: [])
        }
        let me = node.member.node
        let (_, places) = try await node.act { view in
            let current = view.docket.keys.keys(of: other)?.rotations.last ?? rotation
            guard current.record.reference == rotation.record.reference else {
                throw CommandFailure(zh: "\(name) 刚刚又更换了密钥，请重新核对。", en: "\(name) has just rotated again; compare anew.")
            }
            guard !current.countersignedBy.contains(me) else { return ((), []) }
            return (
                (),
                [Draft(channel: .common, entry: .keyCountersignature(KeyNextSteps.countersignature(of: current)))]
            )
        }
        return ActionReceipt(
            places.isEmpty
                ? Bilingual(
                    zh: "本节点早已会签 \(name) 的新密钥。", en: "This node has countersigned the new key of \(name) already.")
                : Bilingual(
                    zh: "已会签 \(name) 的新密钥 \(fingerprint.spoken)。",
                    en: "Countersigned the new key of \(name), \(fingerprint.spoken)."), entries: places)
    }

    private func retire(_ dryRun: Bool) async throws -> ActionReceipt {
        let keys = try await ownKeys()
        guard keys.signing.count > 1, let rotation = keys.rotations.last else {
            return ActionReceipt(
                Bilingual(zh: "没有待停用的密钥。", en: "There is no key to retire."), entries: [])
        }
        guard rotation.isCountersigned else {
            let by = rotation.countersignedBy.map(\.text).joined(separator: ", ")
            throw CommandFailure(
                zh: "会签不足（需中央节点和另一个成员；已有：\(by.isEmpty ? "无" : by)）。此前邻居可能还认不得新密钥。",
                en:
                    "Not countersigned enough (the centre and one other member are needed; so far: \(by.isEmpty ? "nobody" : by)). Until then neighbours may not know the new key."
            )
        }
        guard await node.missingKeys.isEmpty else {
            throw CommandFailure(
                zh: "新密钥的私钥文件不在手边（KEY-05）；此时停用旧密钥，节点将无法签署。",
                en: "The new key's file is not at hand (KEY-05); without the old key this node could not sign.")
        }
        let old = Array(keys.signing.dropLast())
        let names = old.map { KeyFingerprint(of: $0).spoken }.joined(separator: "; ")
        guard !dryRun else {
            return ActionReceipt(
                Bilingual(zh: "将停用 \(names)。未写入任何内容。", en: "Would retire \(names). Nothing was written."), entries: [])
        }
        let me = node.member.node
        let (_, places) = try await node.act { _ in
            ((), old.map { Draft(channel: .common, entry: .keyRetirement(KeyRetirementEntry(node: me, key: $0))) })
        }
        let file = await node.ring.file(of: keys.newest).path
        return ActionReceipt(
            Bilingual(
                zh: "已停用 \(names)；此后只用新密钥签署。旧私钥文件可移至保险处。请把 node.yaml 的 log_key 改为 \(file)。",
                en:
                    "Retired \(names); only the new key signs from now on. The old key file may be put away. Set log_key in node.yaml to \(file)."
            ), entries: places)
    }
}
