import Compensation
import Foundation

/// The language of this run, chosen before the arguments are parsed so that help texts speak it too.
enum Speech {
    static let language: Language = {
        let arguments = CommandLine.arguments
        for (position, argument) in arguments.enumerated() {
            if argument == "--lang", position + 1 < arguments.count,
                let language = Language(rawValue: arguments[position + 1])
            {
                return language
            }
            if argument.hasPrefix("--lang="), let language = Language(rawValue: String(argument.dropFirst(7))) {
                return language
            }
        }
        let environment = ProcessInfo.processInfo.environment
        for name in ["TONGZHOU_LANG", "LC_ALL", "LC_MESSAGES", "LANG"] {
            guard let value = environment[name], !value.isEmpty, value != "C", value != "POSIX", !value.hasPrefix("C.")
            else { continue }
            return value.hasPrefix("zh") ? .zh : .en
        }
        return .zh
    }()

    /// Whether this run is to answer in JSON, found before the arguments are parsed so that wrong usage does too.
    static let isJSON: Bool = {
        let arguments = CommandLine.arguments
        return arguments.enumerated().contains { position, argument in
            switch argument {
            case "--json", "-ojson", "-o=json", "--output=json": true
            case "-o", "--output": position + 1 < arguments.count && arguments[position + 1] == "json"
            default: false
            }
        }
    }()

    static func text(zh: String, en: String) -> String { Bilingual(zh: zh, en: en)(language) }
}
