import Compensation

/// Says in words why a peer could not be asked.
enum TransportWording {
    static func text(_ failure: TransportFailure) -> Bilingual {
        if let cause = ConnectionCause(rawValue: failure.detail) { return text(cause) }
        if let refusal = HandshakeRefusal(rawValue: failure.detail) { return text(refusal) }
        return switch failure.code {
        case .unreachable: Bilingual(zh: "对方暂时不能应答", en: "the peer cannot answer now")
        case .refusedByPeer: Bilingual(zh: "对方拒绝了本节点", en: "the peer refuses this node")
        case .tlsUntrusted: Bilingual(zh: "对方没有可信的证书", en: "the peer shows no certificate to believe")
        case .tlsWrongPeer:
            Bilingual(zh: "应答的是别的节点，或其密钥不是约定的", en: "another node answers, or with another key than the one pinned")
        case .tlsExpired: Bilingual(zh: "对方证书不在有效期内", en: "the peer's certificate is outside its dates")
        case .tlsRevoked: Bilingual(zh: "对方证书已被吊销", en: "the peer's certificate is revoked")
        case .timeout: Bilingual(zh: "未在时限内答完", en: "no complete answer in time")
        case .tooLarge: Bilingual(zh: "答复超过允许的长度", en: "a longer answer than allowed")
        case .protocol: Bilingual(zh: "答复不合 HTTP", en: "the answer breaks HTTP")
        case .httpStatus: Bilingual(zh: "意外的 HTTP 状态 \(failure.detail)", en: "unexpected HTTP status \(failure.detail)")
        case .cancelled: Bilingual(zh: "本节点正在停止", en: "this node is stopping")
        }
    }

    private static func text(_ cause: ConnectionCause) -> Bilingual {
        switch cause {
        case .refused:
            Bilingual(
                zh: "连接被拒绝：对方机器在，端口上无人应答",
                en: "the connection is refused: the machine is there, nobody listens at the port")
        case .noRoute: Bilingual(zh: "没有到对方的网络路由", en: "there is no route to the peer")
        case .noAnswer: Bilingual(zh: "连接超时：对方关机，或被防火墙丢弃", en: "nobody answers: switched off, or a firewall drops it")
        case .unknownName: Bilingual(zh: "主机名无法解析", en: "the host name has no address")
        case .hungUp: Bilingual(zh: "连接被中途断开", en: "the connection was cut")
        }
    }

    private static func text(_ refusal: HandshakeRefusal) -> Bilingual {
        switch refusal {
        case .noClientCertificate: Bilingual(zh: "对方要求出示证书", en: "the peer wants a certificate shown")
        case .unknownAuthority:
            Bilingual(
                zh: "TLS：对方证书不是本节点所信任的 CA 签发",
                en: "TLS: no authority believed here stands behind the peer's certificate")
        case .expired: Bilingual(zh: "TLS：对方证书已过期", en: "TLS: the peer's certificate has ended")
        case .notYetValid: Bilingual(zh: "TLS：对方证书尚未生效", en: "TLS: the peer's certificate is not valid yet")
        case .certificateRefused:
            Bilingual(zh: "TLS：对方证书不能用作服务器证书", en: "TLS: the peer's certificate is not fit for a server")
        case .revoked: Bilingual(zh: "TLS：对方证书已被吊销", en: "TLS: the peer's certificate is revoked")
        case .wrongName: Bilingual(zh: "TLS：对方证书上是别的名称", en: "TLS: the peer's certificate is for another name")
        case .version: Bilingual(zh: "TLS：对方不支持 TLS 1.3", en: "TLS: the peer does not speak TLS 1.3")
        case .refusedByPeer: Bilingual(zh: "TLS：对方拒绝了本节点的证书", en: "TLS: the peer refuses this node's certificate")
        case .aborted: Bilingual(zh: "TLS：握手时被断开", en: "TLS: the connection was cut during the handshake")
        case .timeout: Bilingual(zh: "TLS：握手超时", en: "TLS: the handshake took too long")
        case .failed: Bilingual(zh: "TLS：握手失败", en: "TLS: the handshake failed")
        }
    }
}
