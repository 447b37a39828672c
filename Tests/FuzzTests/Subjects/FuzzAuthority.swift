import Foundation
import SwiftASN1
import TransparencyLog
import X509

/// An authority that OpenSSL made (P-256), a certificate that it gave, and the one list it signed, which takes that
/// certificate back. Nobody has its key any more, so nothing else was ever signed with it.
enum FuzzAuthority {
    static let root = certificate(
        """
        MIIBhDCCASqgAwIBAgIBATAKBggqhkjOPQQDAjAYMRYwFAYDVQQDDA10b25nemhvdS50ZXN0MCAXDTI2MTEyMjIzNTA1MFoY\
        DzIxMjYxMDI5MjM1MDUwWjAYMRYwFAYDVQQDDA10b25nemhvdS50ZXN0MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE4LpJ\
        cDRMvwEgnEAE4CseVa2Zb7G31sUPFfdgpLuo/UNsA1mc7YhznwFc7dTda55BFLGbeJtRQ8W2CZgu+gDaGqNjMGEwHQYDVR0O\
        BBYEFA09lJ/kLtnED0vbDPwBKoU5o9+oMB8GA1UdIwQYMBaAFA09lJ/kLtnED0vbDPwBKoU5o9+oMA4GA1UdDwEB/wQEAwIB\
        BjAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUCIHZxdLeJY2MX2IrTaQm7SVeQ0J63VcnNRKxs9YxwFsldAiEA\
        +WzKTE3YLiVSGpuICwQ35HTJvzB1DGhfeswlQA6Pfm0=
        """)

    /// With the serial number 7.
    static let revoked = certificate(
        """
        MIIBITCBxwIBBzAKBggqhkjOPQQDAjAYMRYwFAYDVQQDDA10b25nemhvdS50ZXN0MCAXDTI2MTEyMjIzNTA1MFoYDzIxMjYx\
        MDI5MjM1MDUwWjAfMR0wGwYDVQQDDBQ1MDAwMDAudG9uZ3pob3UudGVzdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABPTf\
        UiTSm1XabvHKfn1SD8pcydaLMiUHJDSQvWNfakjnWMXAnhKLPaxV1UKvxnj+RG/oi92AT28512jCczBq6pcwCgYIKoZIzj0E\
        AwIDSQAwRgIhAOMRE+pNqmDdU4/2L+D6SwSYmAKyqok8x3Tj37a9tSC1AiEA3gdj1F01y+x97zjC1xyLMOfUSmRX8/ufLTxX\
        gS5Glvg=
        """)

    /// DER.
    static let list = bytes(
        """
        MIHnMIGOAgEBMAoGCCqGSM49BAMCMBgxFjAUBgNVBAMMDXRvbmd6aG91LnRlc3QXDTI2MDEwMTAwMDAwMFoXDTI2MDIwMTAw\
        MDAwMFowFDASAgEHFw0yNjExMjIyMzUwNTBaoC8wLTAfBgNVHSMEGDAWgBQNPZSf5C7ZxA9L2wz8ASqFOaPfqDAKBgNVHRQE\
        AwIBATAKBggqhkjOPQQDAgNIADBFAiAR+Y25z2qZeJ59btNoFU2xrsNAvO8XCQI0XDPDRvAMQQIhAPSRRogFvO67Tmxf5+EI\
        GKC/SQdLQfXE7wRRR8W3L3st
        """)

    /// The same as OpenSSL writes it in text.
    static let listText: String = {
        let text = Base64.encode(list)
        let lines = stride(from: 0, to: text.utf8.count, by: 64).map { start in
            String(text.dropFirst(start).prefix(64))
        }
        return (["-----BEGIN X509 CRL-----"] + lines + ["-----END X509 CRL-----", ""]).joined(separator: "\n")
    }()

    /// 1 January and 1 February 2026, midnight in Greenwich.
    static let thisUpdate = Date(timeIntervalSince1970: 1_767_225_600)
    static let nextUpdate = Date(timeIntervalSince1970: 1_769_904_000)

    private static func certificate(_ text: String) -> Certificate {
        guard let certificate = try? Certificate(derEncoded: bytes(text)) else {
            preconditionFailure("OpenSSL made a certificate")
        }
        return certificate
    }

    private static func bytes(_ text: String) -> [UInt8] {
        guard let bytes = Base64.decode(text) else { preconditionFailure("it is base64") }
        return bytes
    }
}
