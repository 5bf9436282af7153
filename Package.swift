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
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        .target(name: "Programme", swiftSettings: strict),
        .target(
            name: "Records",
            dependencies: ["Programme", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: strict
        ),
        .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
        .target(
            name: "Material",
            dependencies: ["Programme", "CPNG", .product(name: "Yams", package: "Yams")],
            swiftSettings: strict
        ),
        .systemLibrary(name: "CMinizip", pkgConfig: "minizip", providers: [.apt(["libminizip-dev"])]),
        .systemLibrary(name: "CXXHash", pkgConfig: "libxxhash", providers: [.apt(["libxxhash-dev"])]),
        .systemLibrary(name: "CByteMarks"),
        .target(
            name: "OpenData",
            dependencies: ["Programme", "CXXHash", "CByteMarks", "CMinizip"],
            swiftSettings: strict + fastInDebug
        ),
        .systemLibrary(name: "CHarfBuzz", pkgConfig: "harfbuzz", providers: [.apt(["libharfbuzz-dev"])]),
        .systemLibrary(name: "CICU", pkgConfig: "icu-uc", providers: [.apt(["libicu-dev"])]),
        .systemLibrary(name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
        .systemLibrary(name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .target(name: "TextLayout", dependencies: ["CHarfBuzz", "CICU"], swiftSettings: strict + fastInDebug),
        .target(name: "PDFWriter", dependencies: ["CDeflate"], swiftSettings: strict + fastInDebug),
        .target(
            name: "CertificateWriter",
            dependencies: [
                "Programme", "TextLayout", "PDFWriter", .product(name: "Crypto", package: "swift-crypto"),
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
        .target(name: "Reports", dependencies: ["Programme", "Evaluation", "Figures"], swiftSettings: strict),
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
        .target(
            name: "Website",
            dependencies: [
                "Programme", "Material", "Records", "Operations", "Evaluation", "Figures", "Reports",
                "CertificateWriter",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
            ],
            exclude: ["Templates", "Styles", "Scripts", "embed.py"],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "commonground",
            dependencies: [
                "Programme", "Material", "Records", "Operations", "OpenData", "Evaluation", "Figures", "Reports",
                "CertificateWriter", "Website", "CMinizip",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "StatisticsTiming",
            dependencies: ["Statistics"],
            path: "Tests/Benchmarks/Statistics/Timing",
            swiftSettings: strict
        ),
        .testTarget(name: "ArchitectureTests", swiftSettings: strict),
        .testTarget(name: "ProgrammeTests", dependencies: ["Programme"], swiftSettings: strict),
        .testTarget(
            name: "StatisticsTests",
            dependencies: ["Statistics"],
            exclude: ["Reference"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "EvaluationTests",
            dependencies: ["Evaluation", "Programme", "Statistics"],
            exclude: ["Reference"],
            swiftSettings: strict
        ),
        .testTarget(name: "FiguresTests", dependencies: ["Figures", "Evaluation", "Programme"], swiftSettings: strict),
        .testTarget(
            name: "ReportsTests",
            dependencies: ["Reports", "Figures", "Evaluation", "Programme"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "OpenDataTests",
            dependencies: ["OpenData", "Programme", "CMinizip", "CByteMarks"],
            exclude: ["Quality/robust.R"],
            swiftSettings: strict
        ),
        .testTarget(name: "MaterialTests", dependencies: ["Material", "Programme"], swiftSettings: strict),
        .testTarget(name: "TextLayoutTests", dependencies: ["TextLayout"], swiftSettings: strict),
        .testTarget(name: "PDFWriterTests", dependencies: ["PDFWriter", "CDeflate"], swiftSettings: strict),
        .testTarget(
            name: "CertificateWriterTests",
            dependencies: ["CertificateWriter", "Material", "Programme", "TextLayout", "CQREncode", "CDeflate"],
            exclude: ["Golden", "Pictures"],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "UnguardedBooking",
            dependencies: ["Records", "Programme"],
            path: "Tests/UnguardedBooking",
            swiftSettings: strict
        ),
        .executableTarget(
            name: "BookingDesk",
            dependencies: [
                "Programme", "Material", "Records", "Operations",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
            ],
            path: "Tests/BookingDesk",
            swiftSettings: strict
        ),
        .testTarget(
            name: "RecordsTests",
            dependencies: ["Records", "Programme", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: strict
        ),
        .testTarget(
            name: "OperationsTests",
            dependencies: [
                "Operations", "Records", "Material", "Programme", "CertificateWriter", "Evaluation", "OpenData",
                "UnguardedBooking", "BookingDesk",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "WebsiteTests",
            dependencies: [
                "Website", "Operations", "Programme", "Records", "Material", "Evaluation", "CertificateWriter",
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            exclude: ["Snapshots"],
            swiftSettings: strict
        ),
        .testTarget(name: "AcceptanceTests", dependencies: ["commonground"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)
