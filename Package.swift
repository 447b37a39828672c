// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

/// The rules and the log are optimised in a debug build too: what the tests spend their time on.
let optimised = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let package = Package(
    name: "tongzhou",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "tongzhou", targets: ["tongzhou"]),
        .executable(name: "tongzhou-sim", targets: ["tongzhou-sim"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-certificates", exact: "1.21.1"),
        .package(url: "https://github.com/apple/swift-asn1", exact: "1.7.4"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/attaswift/BigInt", exact: "6.0.1"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        .target(
            name: "Compensation",
            dependencies: [.product(name: "BigInt", package: "BigInt")],
            swiftSettings: optimised),
        .target(
            name: "TransparencyLog",
            dependencies: ["NationalCryptography", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: optimised),
        .target(
            name: "Federation",
            dependencies: ["Compensation", "TransparencyLog"],
            swiftSettings: optimised),
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .target(name: "NationalCryptography", dependencies: ["COpenSSL"], swiftSettings: strict),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .target(name: "Tabular", dependencies: ["CZip", "CExpat", "CXlsxWriter"], swiftSettings: strict),
        .target(
            name: "NodeStore",
            dependencies: [
                "Federation", "Compensation", "TransparencyLog",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: optimised),
        .target(
            name: "Presentation", dependencies: ["Federation", "Compensation", "TransparencyLog"],
            swiftSettings: strict),
        .target(
            name: "NodeService",
            dependencies: [
                "Compensation", "TransparencyLog", "Federation", "NodeStore", "Presentation", "Tabular",
                "NationalCryptography",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "NIOTLS", package: "swift-nio"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "X509", package: "swift-certificates"),
                .product(name: "SwiftASN1", package: "swift-asn1"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "tongzhou",
            dependencies: [
                "Compensation", "NodeService",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .target(
            name: "Simulation",
            dependencies: [
                "NodeService", "NodeStore", "Presentation", "Federation", "Compensation", "TransparencyLog",
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "tongzhou-sim",
            dependencies: ["Simulation", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            swiftSettings: strict),
        .target(
            name: "TestSupport", dependencies: ["Compensation"], path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(name: "HouseRulesTests", swiftSettings: strict),
        .testTarget(
            name: "CompensationTests",
            dependencies: ["Compensation", "TestSupport", .product(name: "BigInt", package: "BigInt")],
            exclude: ["Data"],
            swiftSettings: strict),
        .testTarget(
            name: "TransparencyLogTests",
            dependencies: [
                "TransparencyLog", "NationalCryptography", "TestSupport",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            exclude: ["audit_log.py", "check_proof.py", "witness_judge.py"],
            swiftSettings: strict),
        .testTarget(
            name: "FederationTests",
            dependencies: ["Federation", "Compensation", "TransparencyLog", "NationalCryptography", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "NodeStoreTests",
            dependencies: [
                "NodeStore", "Federation", "Compensation", "TransparencyLog", "NationalCryptography", "TestSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "NationalCryptographyTests", dependencies: ["NationalCryptography", "TestSupport"],
            swiftSettings: strict),
        .testTarget(name: "TabularTests", dependencies: ["Tabular", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "PresentationTests",
            dependencies: ["Presentation", "Federation", "Compensation", "TransparencyLog"],
            swiftSettings: strict),
        .testTarget(
            name: "FuzzTests",
            dependencies: [
                "NodeService", "Presentation", "Federation", "TransparencyLog", "Compensation", "Tabular",
                .product(name: "X509", package: "swift-certificates"),
                .product(name: "SwiftASN1", package: "swift-asn1"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "TransportTests",
            dependencies: [
                "NodeService", "Federation", "TransparencyLog",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "X509", package: "swift-certificates"),
                .product(name: "SwiftASN1", package: "swift-asn1"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "NodeServiceTests",
            dependencies: [
                "NodeService", "NodeStore", "Federation", "Presentation", "Compensation", "TransparencyLog", "Tabular",
                "NationalCryptography", "TestSupport",
            ],
            exclude: ["Intake/Corpus/corpus.py", "Intake/Corpus/judge_copies.py"],
            swiftSettings: strict),
        .testTarget(
            name: "SimulationTests",
            // The program is run as another process.
            dependencies: [
                "Simulation", "tongzhou-sim", "NodeService", "NodeStore", "Federation", "Compensation",
                "TransparencyLog",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "EndToEndTests",
            // The binary under test is built beside the tests.
            dependencies: [
                "tongzhou", "TestSupport",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            exclude: ["Scripts", "Judges"],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
