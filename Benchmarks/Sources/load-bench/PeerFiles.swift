import Compensation
import Country
import Federation
import Foundation
import TransparencyLog

/// The members' public files, as neighbours hold them.
struct PeerFiles {
    let folder: String
    let port: Int
    let counties: Int

    func write() throws {
        let year = try NationalYear(year: 2023, countyAgreements: 0, months: 1, quietCounties: counties)
        for member in year.roster.members where member.role == .province {
            let logs = year.shelf.logs.map(\.origin).filter { $0.node == member.node }
                .map { "\($0.channel.text)/\($0.epoch)" }
            let text = """
                node: \(member.node.text)
                code: "\(member.code.text)"
                role: province
                name: {zh: "\(member.code.text)", en: "\(member.code.text)"}
                address: {host: 127.0.0.1, port: \(port)}
                log_key: \(Base64.encode(member.logKey))
                logs: [\(logs.joined(separator: ", "))]

                """
            try text.write(toFile: "\(folder)/peers/\(member.node.text).yaml", atomically: false, encoding: .utf8)
        }
    }
}
