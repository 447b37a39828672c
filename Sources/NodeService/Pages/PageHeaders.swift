import Compensation
import HTTPTypes
import Presentation

/// What every answer with a page says: nothing runs, nothing comes from elsewhere, nothing is framed or guessed.
struct PageHeaders {
    let isEncrypted: Bool
    /// `no-cache`: a kept page is asked about; `no-store`: none is kept.
    var caching = "no-cache"
    /// With `no-referrer` a browser would say `Origin: null` when a form is sent.
    var referrer = "no-referrer"

    func fields(_ more: HTTPFields = [:]) -> HTTPFields {
        var headers: HTTPFields = [.cacheControl: caching]
        var fixed = [
            (
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
            ),
            ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"), ("Referrer-Policy", referrer),
            ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
        ]
        if isEncrypted { fixed.append(("Strict-Transport-Security", "max-age=15552000")) }
        for (name, value) in fixed {
            if let name = HTTPField.Name(name) { headers[name] = value }
        }
        for field in more { headers[field.name] = field.value }
        return headers
    }

    /// By RFC 6266: the name in ASCII for old readers, and as it is.
    static func attachment(_ name: String) -> String {
        let plain = name.unicodeScalars.map { scalar in
            let isPlain =
                scalar.isASCII && (scalar.properties.isAlphabetic || "0123456789.-_+".unicodeScalars.contains(scalar))
            return isPlain ? String(scalar) : "_"
        }.joined()
        let encoded = PageAddress(.zh, [name]).text.dropFirst("/zh/".utf8.count)
        return "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(encoded)"
    }
}
