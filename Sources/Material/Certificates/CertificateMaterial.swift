public import Programme

/// What the folder `Certificates` holds: designs and the font table.
public struct CertificateMaterial: Hashable, Sendable {
    /// The designs that were read, in order of name.
    public let designs: [CertificateDesign]
    /// The names of all designs there are.
    public let names: [String]
    /// Which font draws which letters.
    public let fonts: FontTable

    /// Reads the folder `Certificates`.
    ///
    /// Font files are not opened; one that is missing is named when a design is compiled, and by ``faults(in:)``.
    /// - Throws: ``MaterialFaults`` with every fault, each with file and line.
    public init(folder: ContentFolder) throws(MaterialFaults) {
        try self.init(folder: folder) { _ in true }
    }

    /// Reads the font table and one design alone: a fault in another design does not matter then. A name that does not exist is
    /// refused by ``design(named:)``.
    /// - Throws: ``MaterialFaults`` with every fault of the two.
    public init(folder: ContentFolder, design: String) throws(MaterialFaults) {
        try self.init(folder: folder) { $0 == design }
    }

    private init(folder: ContentFolder, where isWanted: (String) -> Bool) throws(MaterialFaults) {
        let log = FaultLog()
        let fonts = FontTableReader(folder: folder, log: log).read()
        names = Self.names(in: folder)
        designs = names.filter(isWanted).compactMap { name in
            DesignReader(folder: folder, log: log, kinds: fonts?.kinds).read(name)
        }
        if names.isEmpty {
            log.add("There is no design here; expected is a folder with a design.yaml.", in: "Certificates")
        }
        try log.throwFaults()
        self.fonts = fonts ?? FontTable(faces: [], rows: [])
    }

    /// Every fault of the folder `Certificates`, font files that are missing included; empty when all is well.
    public static func faults(in folder: ContentFolder) -> [MaterialFault] {
        let log = FaultLog()
        do { _ = try CertificateMaterial(folder: folder) } catch { error.faults.forEach(log.add) }
        FontTableReader(folder: folder, log: log).checkFiles()
        for name in folder.names(in: "Certificates") where !["ornaments", "licences"].contains(name) {
            guard folder.isFolder("Certificates/\(name)"), !folder.isFile("Certificates/\(name)/design.yaml") else {
                continue
            }
            log.add("The folder has no design.yaml; put one there or take the folder away.", in: "Certificates/\(name)")
        }
        return log.faults
    }

    /// The design of a name.
    /// - Throws: ``UnknownDesign``, with the nearest name there is.
    public func design(named name: String) throws(UnknownDesign) -> CertificateDesign {
        guard let design = designs.first(where: { $0.name == name }) else {
            throw UnknownDesign(name: name, known: names)
        }
        return design
    }

    private static func names(in folder: ContentFolder) -> [String] {
        folder.names(in: "Certificates").filter { folder.isFile("Certificates/\($0)/design.yaml") }
    }
}

/// There is no design of that name.
public struct UnknownDesign: Refusal, Hashable {
    /// The name asked for.
    public let name: String
    /// The names there are.
    public let known: [String]

    /// The name, the nearest one, and all there are.
    public var description: String {
        "There is no certificate design \"\(name)\".\(NearestSpelling.suggestion(for: name, among: known))"
            + " Designs are \(known.joined(separator: ", "))."
    }
}
