import Federation
import Foundation
import X509

/// What goes into a node's certificate, apart from its key and serial number.
struct CertificateProfile {
    var commonName: String
    var alternativeNames: [GeneralName]
    var usages: [ExtendedKeyUsage.Usage] = [.serverAuth, .clientAuth]
    var notBefore: Date
    var notAfter: Date

    /// The profile of a real node: both names, both directions of TLS, no IP address.
    init(node: NodeName, notBefore: Date, notAfter: Date) {
        commonName = node.text
        alternativeNames = [
            .dnsName(node.text),
            .uniformResourceIdentifier(PeerIdentity.uri(of: node)),
        ]
        self.notBefore = notBefore
        self.notAfter = notAfter
    }
}
