import TransparencyLog
import X509

extension Certificate.SerialNumber {
    /// As authorities print it: two hexadecimal digits a byte, `48:e3:0c`. The library's own text leaves a leading
    /// zero of a byte out.
    var octets: String { bytes.drop { $0 == 0 }.map { Hex.encode([$0]) }.joined(separator: ":") }
}
