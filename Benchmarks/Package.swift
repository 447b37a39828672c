// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

// A package of its own, with the sources by links: measuring builds nothing else of the node.
let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/attaswift/BigInt", exact: "6.0.1"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
    ],
    targets: [
        .target(
            name: "Compensation",
            dependencies: [.product(name: "BigInt", package: "BigInt")],
            swiftSettings: strict),
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .target(name: "NationalCryptography", dependencies: ["COpenSSL"], swiftSettings: strict),
        .target(
            name: "TransparencyLog",
            dependencies: ["NationalCryptography", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: strict),
        .target(name: "Federation", dependencies: ["Compensation", "TransparencyLog"], swiftSettings: strict),
        .target(
            name: "NodeStore",
            dependencies: [
                "Federation", "Compensation", "TransparencyLog",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .target(name: "Contest", swiftSettings: strict),
        .executableTarget(name: "bench", dependencies: ["Compensation", "Contest"], swiftSettings: strict),
        .target(
            name: "Country", dependencies: ["Compensation", "Federation", "TransparencyLog"], swiftSettings: strict),
        .executableTarget(
            name: "national-bench", dependencies: ["Compensation", "Country", "Federation", "TransparencyLog"],
            swiftSettings: strict),
        .executableTarget(
            name: "load-bench",
            dependencies: [
                "Compensation", "Country", "Federation", "TransparencyLog",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "log-bench",
            dependencies: [
                "Contest", "Federation", "NationalCryptography", "NodeStore", "TransparencyLog",
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
