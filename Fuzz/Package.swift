// swift-tools-version: 6.2
import PackageDescription

/// Our own code tells libFuzzer which ways through it were taken; the libraries below it do not.
let observed: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
    .unsafeFlags(["-sanitize=fuzzer", "-enable-testing"]),
]

// A package of its own, with the sources by links: what is fuzzed is built with other options. Of the node's service
// only what reads files and forms is built. `scripts/fuzz` builds and runs it.
let package = Package(
    name: "fuzz",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/attaswift/BigInt", exact: "6.0.1"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-certificates", exact: "1.21.1"),
        .package(url: "https://github.com/apple/swift-asn1", exact: "1.7.4"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        .target(
            name: "Compensation", dependencies: [.product(name: "BigInt", package: "BigInt")], swiftSettings: observed),
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .target(name: "NationalCryptography", dependencies: ["COpenSSL"], swiftSettings: observed),
        .target(
            name: "TransparencyLog",
            dependencies: ["NationalCryptography", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: observed),
        .target(name: "Federation", dependencies: ["Compensation", "TransparencyLog"], swiftSettings: observed),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .target(name: "Tabular", dependencies: ["CZip", "CExpat", "CXlsxWriter"], swiftSettings: observed),
        .target(
            name: "Presentation", dependencies: ["Federation", "Compensation", "TransparencyLog"],
            swiftSettings: observed),
        .target(
            name: "NodeService",
            dependencies: [
                "Compensation", "TransparencyLog", "Federation", "NationalCryptography", "Presentation", "Tabular",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "X509", package: "swift-certificates"),
                .product(name: "SwiftASN1", package: "swift-asn1"),
                .product(name: "Yams", package: "Yams"),
            ],
            sources: [
                "Commands/CommandFailure.swift", "Commands/ExitCode.swift", "Intake/ColumnMeaning.swift",
                "Intake/DetectionLimits.swift", "Intake/HeadingAliases.swift", "Intake/HeadingParts.swift",
                "Intake/ImportIssue+Tabular.swift", "Intake/IssueColumns.swift", "Intake/PlainText.swift",
                "Schemes/FactsDocument.swift", "Schemes/FactsFile.swift", "Schemes/NamedFile.swift",
                "Schemes/RefusedFile.swift", "Schemes/SoundTable.swift", "Schemes/SuppliedSetting.swift",
                "Centre/AwardFile.swift",
                "Certificates/CertificateFailure.swift", "Certificates/EncodedRevocationList.swift",
                "Certificates/GeneralizedTime+Date.swift", "Certificates/RevocationList.swift",
                "Bundles/BundleFile.swift", "Bundles/BundleScanner.swift", "Setup/FileProblem.swift",
                "Stations/JSONText.swift", "Stations/JSONTextReader.swift", "Desk/FormFields.swift",
                "Configuration/CalendarFile.swift", "Configuration/ChannelConfiguration.swift",
                "Configuration/ConfigurationFile.swift", "Configuration/ConfigurationOrigins.swift",
                "Configuration/ConfigurationProblem.swift", "Configuration/ConfigurationReader.swift",
                "Configuration/ConfigurationReader+Number.swift",
                "Configuration/ConfigurationVariables.swift", "Configuration/DeskConfiguration.swift",
                "Configuration/EditDistance.swift", "Configuration/IntakeFolderConfiguration.swift",
                "Configuration/ListenAddress.swift", "Configuration/LoopbackAddress.swift",
                "Configuration/MemberFacts.swift", "Configuration/NodeConfiguration.swift",
                "Configuration/PagesConfiguration.swift", "Configuration/PeerConfiguration.swift",
                "Configuration/QuotedYAML.swift",
                "Configuration/SM2Configuration.swift", "Configuration/SignatureDemands.swift",
                "Configuration/ScrubPlan.swift", "Configuration/SettlementPolicy+Reading.swift",
                "Configuration/StationListenerConfiguration.swift", "Configuration/WitnessConfiguration.swift",
            ],
            swiftSettings: observed),
        .target(
            name: "Subjects",
            dependencies: [
                "Compensation", "TransparencyLog", "Federation", "Tabular", "Presentation", "NodeService",
                .product(name: "X509", package: "swift-certificates"),
                .product(name: "SwiftASN1", package: "swift-asn1"),
            ],
            swiftSettings: observed),
        .systemLibrary(name: "CFuzzer"),
        .executableTarget(name: "fuzz", dependencies: ["Subjects", "CFuzzer"], swiftSettings: observed),
    ],
    swiftLanguageModes: [.v6]
)
