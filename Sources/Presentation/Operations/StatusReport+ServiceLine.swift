public import Compensation
import Federation

extension StatusReport {
    /// The state on one line, for `systemctl status`: what needs attention, and how many logs are level.
    public func serviceLine(_ language: Language) -> String {
        let open = conditions.filter { $0.code.severity > .notice }
        let level = peers.filter { $0.state == .upToDate }.count
        let worst = open.first.map { ": \($0.code.rawValue)" } ?? ""
        let verdict =
            open.isEmpty
            ? Bilingual(zh: "一切正常", en: "all well")
            : Bilingual(zh: "\(open.count) 项需要处理\(worst)", en: "\(open.count) need attention\(worst)")
        let logs = Bilingual(
            zh: "邻居日志 \(level)/\(peers.count) 已同步", en: "\(level)/\(peers.count) peer logs up to date")
        return "\(verdict(language)); \(logs(language))"
    }
}
