/// The elements that pages are made of. There is none that runs or fetches anything.
enum ElementName: String {
    // HTML
    case a, abbr, article, aside, body, button, caption, dd, details, div, dl, dt, em, fieldset, figcaption, figure
    case footer, form, h1, h2, h3, h4, head, header, html, label, legend, li, main, nav, ol, option, p, pre, section
    case select, small, span, strong, summary, table, tbody, td, textarea, th, thead, time, title, tr, ul
    // HTML without content
    case br, hr, input, link, meta
    // SVG
    case circle, desc, g, line, path, polyline, rect, svg, text

    /// Has no content and no end tag (HTML, 13.1.2).
    var isVoid: Bool {
        switch self {
        case .br, .hr, .input, .link, .meta: true
        default: false
        }
    }
}
