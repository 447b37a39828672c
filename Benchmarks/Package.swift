// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

// A package of its own, with the sources of Compensation by a link: measuring builds nothing else of the node.
let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/attaswift/BigInt", exact: "6.0.1")],
    targets: [
        .target(
            name: "Compensation",
            dependencies: [.product(name: "BigInt", package: "BigInt")],
            swiftSettings: strict),
        .executableTarget(name: "bench", dependencies: ["Compensation"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
