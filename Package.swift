// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]
/// Loops over numbers and bytes are twenty times slower without optimisation, which would make debug tests useless.
let fastInDebug: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

let package = Package(
    name: "CommonGround",
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        .target(name: "Programme", swiftSettings: strict),
        .target(name: "Records", dependencies: ["Programme", .product(name: "GRDB", package: "GRDB.swift")], swiftSettings: strict),
        .target(name: "Material", dependencies: ["Programme", .product(name: "Yams", package: "Yams")], swiftSettings: strict),
        .systemLibrary(name: "CXXHash", pkgConfig: "libxxhash", providers: [.apt(["libxxhash-dev"])]),
        .target(name: "OpenData", dependencies: ["Programme", "CXXHash"], swiftSettings: strict + fastInDebug),
        .systemLibrary(name: "CHarfBuzz", pkgConfig: "harfbuzz", providers: [.apt(["libharfbuzz-dev"])]),
        .systemLibrary(name: "CICU", pkgConfig: "icu-uc", providers: [.apt(["libicu-dev"])]),
        .systemLibrary(name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
        .systemLibrary(name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .target(name: "TextLayout", dependencies: ["CHarfBuzz", "CICU"], swiftSettings: strict + fastInDebug),
        .target(name: "PDFWriter", dependencies: ["CDeflate"], swiftSettings: strict + fastInDebug),
        .target(
            name: "CertificateWriter",
            dependencies: [
                "Programme", "TextLayout", "PDFWriter", "CQREncode", .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "CSpecialFunctions",
            cxxSettings: [.unsafeFlags(["-O2"], .when(configuration: .debug))],
            linkerSettings: [.linkedLibrary("m"), .linkedLibrary("stdc++")]
        ),
        .target(name: "Statistics", dependencies: ["CSpecialFunctions"], swiftSettings: strict + fastInDebug),
        .target(name: "Evaluation", dependencies: ["Statistics", "Programme"], swiftSettings: strict),
        .target(name: "Figures", dependencies: ["Evaluation", "Programme"], swiftSettings: strict),
        .target(
            name: "Operations",
            dependencies: [
                "Programme", "Material", "Records", "OpenData", "Evaluation", "CertificateWriter",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "commonground",
            dependencies: [
                "Programme", "Material", "Records", "Operations", "OpenData", "Evaluation", "Figures",
                "CertificateWriter",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict
        ),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)
