import ArgumentParser
import NodeService

/// Which waters sections are put together to.
enum WatersChoice: String, ExpressibleByArgument, CaseIterable {
    case river, basin

    var grouping: ClassificationForm.Grouping {
        switch self {
        case .river: .river
        case .basin: .basin
        }
    }
}
