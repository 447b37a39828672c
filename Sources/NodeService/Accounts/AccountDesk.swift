import Compensation
import Federation
import Foundation
import Presentation

/// Adds, resets, disables and lists the operators of the desk.
struct AccountDesk {
    let node: Node
    var entropy = Entropy.system

    func perform(_ command: AccountCommand) throws -> any Report {
        switch command {
        case .list: return OperatorList(node.operators.accounts.map { Self.row($0, needsReset: $0.needsReset) })
        case .add(let form, let dryRun): return try add(form, dryRun)
        case .reset(let name, let dryRun): return try reset(name, dryRun)
        case .disable(let name, let dryRun): return try disable(name, dryRun)
        case .audit(let newest): return try node.audit.report(newest: newest)
        }
    }

    private static func row(_ account: OperatorAccount, needsReset: Bool = false) -> OperatorRow {
        OperatorRow(
            name: account.name, role: account.role, certificate: account.certificate, added: account.added,
            disabled: account.disabled, needsReset: needsReset)
    }

    private func add(_ form: AccountForm, _ dryRun: Bool) throws -> OperatorReceipt {
        try check(form)
        var account = OperatorAccount(
            name: form.name, role: form.role, certificate: form.certificate, added: node.clock.now.text)
        let accounts = node.operators.accounts
        guard !accounts.contains(where: { $0.name.sameBytes(as: form.name) }) else {
            throw CommandFailure(
                zh: "已有办理人员 \(form.name)；更换凭证用 tongzhou operators reset。",
                en: "There is an operator \(form.name); tongzhou operators reset gives new secrets.")
        }
        if let name = form.certificate, accounts.contains(where: { $0.certificate?.sameBytes(as: name) == true }) {
            throw CommandFailure(
                zh: "证书 \(name) 已属于另一人。", en: "The certificate \(name) belongs to another operator.")
        }
        let secrets = try dryRun || form.certificate != nil ? nil : arm(&account)
        let added = account
        if !dryRun {
            try write("operators-add", added.name, added.role)
            try node.operators.change { $0.append(added) }
        }
        return OperatorReceipt(.added, Self.row(added), secrets: secrets, dryRun: dryRun)
    }

    private func reset(_ name: String, _ dryRun: Bool) throws -> OperatorReceipt {
        var account = try find(name)
        account.disabled = nil
        account.generation += 1
        account.browsers = nil
        let secrets = try dryRun || account.certificate != nil ? nil : arm(&account)
        if !dryRun { try replace(account, "operators-reset") }
        return OperatorReceipt(.reset, Self.row(account), secrets: secrets, dryRun: dryRun)
    }

    private func disable(_ name: String, _ dryRun: Bool) throws -> OperatorReceipt {
        var account = try find(name)
        account.disabled = account.disabled ?? node.clock.now.text
        if !dryRun { try replace(account, "operators-disable") }
        return OperatorReceipt(.disabled, Self.row(account), secrets: nil, dryRun: dryRun)
    }

    private func find(_ name: String) throws -> OperatorAccount {
        guard let account = node.operators.accounts.first(where: { $0.name.sameBytes(as: name) }) else {
            throw CommandFailure(zh: "没有办理人员 \(name)。", en: "There is no operator \(name).")
        }
        return account
    }

    private func replace(_ account: OperatorAccount, _ act: String) throws {
        try write(act, account.name, account.role)
        try node.operators.change { accounts in
            accounts = accounts.map { $0.name.sameBytes(as: account.name) ? account : $0 }
        }
    }

    private func write(_ act: String, _ name: String, _ role: OperatorRole) throws {
        try node.audit.record(
            .done, act, subject: "\(name) \(role.rawValue)", by: "-", from: "command-line", at: node.clock.now)
    }

    /// Password and secret are made, never chosen: nobody picks a weak one, and nobody has it from elsewhere.
    private func arm(_ account: inout OperatorAccount) throws -> OperatorReceipt.Secrets {
        let letters = Array(Base32.encode(entropy.bytes(15)).lowercased())
        let password = stride(from: 0, to: letters.count, by: 4).map { String(letters[$0..<$0 + 4]) }
            .joined(separator: "-")
        let secret = entropy.bytes(20)
        account.password = try PasswordHash(password, salt: entropy.bytes(16))
        account.codes = Data(secret)
        let label = "Tongzhou%20\(node.member.node.text):\(account.name)"
        return OperatorReceipt.Secrets(
            password: password,
            uri: "otpauth://totp/\(label)?secret=\(Base32.encode(secret))&issuer=Tongzhou%20\(node.member.node.text)")
    }

    private func check(_ form: AccountForm) throws {
        guard (1...32).contains(form.name.utf8.count),
            form.name.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 46 })
        else {
            throw CommandFailure(
                zh: "账号只能用小写字母、数字、. 和 -，不超过 32 个。",
                en: "An account's name has lower-case letters, digits, . and -, at most 32.")
        }
        guard let name = form.certificate else { return }
        guard let name = NodeName(name) else {
            throw CommandFailure(
                zh: "--certificate 应为证书中的名称，例如 zhang.500000.example.cn。",
                en: "--certificate is the name in the certificate, such as zhang.500000.example.cn.")
        }
        guard name != node.member.node, !node.peers.contains(where: { $0.member.node == name }) else {
            throw CommandFailure(
                zh: "\(name.text) 是节点的证书，不能当作办理人员的证书。",
                en: "\(name.text) is a node's certificate and cannot be an operator's.")
        }
    }
}
