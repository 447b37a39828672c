import Foundation

/// What of a status can change without time merely passing, read from its JSON.
struct StatusBrief: Decodable, Equatable {
    struct OwnLog: Decodable, Equatable {
        let origin: String
        let size: Int
    }

    struct Neighbour: Decodable, Equatable {
        let node: String
        let state: String
        let verified: Int
        let known: Int
    }

    struct Settlement: Decodable, Equatable {
        let agreement: String
        let period: String
        let state: String
        let duties: [Duty]

        struct Duty: Decodable, Equatable {
            let party: String
            let act: String
        }

        enum CodingKeys: String, CodingKey {
            case agreement, period, state
            case duties = "must_act"
        }
    }

    struct Condition: Decodable, Equatable {
        let code: String
        let subject: String
    }

    let party: String
    let running: Bool
    let isInSync: Bool
    let ownLogs: [OwnLog]
    let neighbours: [Neighbour]
    let settlements: [Settlement]
    let conditions: [Condition]

    enum CodingKeys: String, CodingKey {
        case party, running, neighbours, settlements, conditions
        case isInSync = "in_sync"
        case ownLogs = "own_logs"
    }

    init(json: String) throws { self = try JSONDecoder().decode(StatusBrief.self, from: Data(json.utf8)) }

}
