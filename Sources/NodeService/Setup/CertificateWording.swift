import Compensation

/// Says in words what is wrong with a certificate or a key, and what to do.
enum CertificateWording {
    static func text(_ failure: CertificateFailure) -> Bilingual {
        let what: Bilingual
        switch failure.code {
        case .unreadable: what = Bilingual(zh: "无法读取；请检查路径与权限", en: "cannot be read; check path and permissions")
        case .unwritable:
            what = Bilingual(
                zh: "无法写入；请检查文件夹权限与磁盘", en: "cannot be written; check the folder's permissions and the disk")
        case .exists:
            what = Bilingual(
                zh: "文件已存在，从不覆盖；如需新证书，请先移走旧文件",
                en: "exists already and is never overwritten; move it away first if you want a new one")
        case .tooOpen:
            what = Bilingual(
                zh: "其他用户可以访问；私钥须为 0600，文件夹须为 0700", en: "is open to other users; keys need mode 0600, the folder 0700")
        case .malformed: what = Bilingual(zh: "不是所需的 PEM", en: "is not the PEM that is needed")
        case .keyMismatch: what = Bilingual(zh: "私钥与证书不是一对", en: "the private key does not belong to the certificate")
        case .identity: what = Bilingual(zh: "证书没有恰好标明一个节点", en: "the certificate does not name exactly one node")
        case .otherNode:
            what = Bilingual(
                zh: "证书属于 \(failure.detail)，不是本节点",
                en: "the certificate belongs to \(failure.detail), not to this node")
        case .expired: what = Bilingual(zh: "证书已过期", en: "the certificate has ended")
        case .notYetValid:
            what = Bilingual(zh: "证书尚未生效；请核对本机时钟", en: "the certificate is not valid yet; check this clock")
        case .revoked: what = Bilingual(zh: "证书已被吊销", en: "the certificate is revoked")
        case .usage:
            what = Bilingual(
                zh: "证书用途不全，须同时用于服务端与客户端", en: "the certificate is not for both server and client")
        case .unknownAuthority:
            what = Bilingual(
                zh: "证书不是本节点所信任的 CA 签发", en: "no authority believed here stands behind the certificate")
        case .listMalformed: what = Bilingual(zh: "不是可用的证书吊销列表", en: "is no usable revocation list")
        case .listUnsigned:
            what = Bilingual(
                zh: "吊销列表不是本节点所信任的 CA 签发", en: "the revocation list is not signed by an authority believed here")
        case .listOutdated: what = Bilingual(zh: "吊销列表已过更新期限", en: "the revocation list is overdue for renewal")
        case .listOlder: what = Bilingual(zh: "吊销列表比现用的旧", en: "the revocation list is older than the one in use")
        case .unissuable: what = Bilingual(zh: "无法签发", en: "cannot be issued")
        }
        return Bilingual(
            zh: "证书：\(what.zh)（\(failure.code.rawValue)：\(failure.detail)）",
            en: "certificate: \(what.en) (\(failure.code.rawValue): \(failure.detail))")
    }
}
