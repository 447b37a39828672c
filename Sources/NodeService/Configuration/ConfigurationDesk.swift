import Compensation
import Federation
public import Foundation
public import Presentation

/// Carries out `config check` and `config show`.
public struct ConfigurationDesk {
    private let file: URL
    private let environment: [String: String]

    public init(_ file: URL, environment: [String: String]) {
        self.file = file
        self.environment = environment
    }

    /// Every setting in force.
    public func show(withOrigin: Bool) throws -> ConfigurationListing {
        let configuration = try NodeConfiguration(contentsOf: file, environment: environment)
        return ConfigurationListing(file: file.lastPathComponent, values: configuration.values, withOrigin: withOrigin)
    }

    /// Reads every file a node needs at its start, and goes on where one is wrong.
    public func check() -> ConfigurationCheck {
        let configuration: NodeConfiguration
        do {
            configuration = try NodeConfiguration(contentsOf: file, environment: environment)
        } catch {
            return ConfigurationCheck([Self.problem(file, error)])
        }
        var files = [ConfigurationCheck.File(file.path)]
        let names = (try? FileManager.default.contentsOfDirectory(atPath: configuration.peers.path)) ?? []
        let own = names.filter { $0.hasSuffix(".yaml") }.sorted().map { configuration.peers.appending(path: $0) }
        files += own.map { file in Self.examine(file) { _ = try PeerConfiguration(contentsOf: file) } }
        if files.allSatisfy({ $0.problem == nil }) {
            // What only shows when all are read: two that could speak as each other.
            let all = Self.examine(configuration.peers) { _ = try PeerConfiguration.folder(configuration.peers) }
            if all.problem != nil { files.append(all) }
        }
        files.append(Self.examine(configuration.logKey) { _ = try LogKey(contentsOf: configuration.logKey) })
        for file in configuration.sm2.files {
            files.append(Self.examine(file) { _ = try configuration.sm2.read(file) })
        }
        files.append(
            Self.examine(configuration.certificate) { _ = try CredentialFiles(configuration).credentials() })
        return ConfigurationCheck(files)
    }

    private static func examine(_ file: URL, _ read: () throws -> Void) -> ConfigurationCheck.File {
        do {
            try read()
            return ConfigurationCheck.File(file.path)
        } catch {
            return problem(file, error)
        }
    }

    private static func problem(_ file: URL, _ error: any Error) -> ConfigurationCheck.File {
        switch error {
        case let problem as ConfigurationProblem:
            ConfigurationCheck.File(problem.file, line: problem.line, column: problem.column, problem: problem.message)
        case let failure as CertificateFailure:
            ConfigurationCheck.File(file.path, problem: CertificateWording.text(failure))
        default:
            ConfigurationCheck.File(
                file.path, problem: Bilingual(zh: "无法读取：\(error)", en: "cannot be read: \(error)"))
        }
    }
}
