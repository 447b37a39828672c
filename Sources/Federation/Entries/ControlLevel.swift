/// Who controls a section 断面控制级别.
public enum ControlLevel: String, CaseIterable, Sendable {
    case national = "国控"
    case provincial = "省控"
    case municipal = "市控"
    case notAssessed = "非考核"
}
