public import Programme

/// What the folder `Certificates` holds: designs and the font table.
public struct CertificateMaterial: Hashable, Sendable {
    /// The designs, in order of name.
    public let designs: [CertificateDesign]
    /// Which font draws which letters.
    public let fonts: FontTable

    /// Reads the folder `Certificates`.
    ///
    /// Font files are not opened; one that is missing is named when a design is compiled, and by ``faults(in:)``.
    /// - Throws: ``MaterialFaults`` with every fault, each with file and line.
    public init(folder: ContentFolder) throws(MaterialFaults) {
        let log = FaultLog()
        let fonts = FontTableReader(folder: folder, log: log).read()
        let designs = Self.names(in: folder).compactMap { name in
            DesignReader(folder: folder, log: log, kinds: fonts?.kinds).read(name)
        }
        if Self.names(in: folder).isEmpty {
            log.add("There is no design here; expected is a folder with a design.yaml.", in: "Certificates")
        }
        try log.throwFaults()
        self.designs = designs
        self.fonts = fonts ?? FontTable(faces: [], rows: [])
    }

    /// Every fault of the folder `Certificates`, font files that are missing included; empty when all is well.
    public static func faults(in folder: ContentFolder) -> [MaterialFault] {
        let log = FaultLog()
        do { _ = try CertificateMaterial(folder: folder) } catch { error.faults.forEach(log.add) }
        FontTableReader(folder: folder, log: log).checkFiles()
        return log.faults
    }

    /// The design of a name.
    /// - Throws: ``UnknownDesign``, with the nearest name there is.
    public func design(named name: String) throws(UnknownDesign) -> CertificateDesign {
        guard let design = designs.first(where: { $0.name == name }) else {
            throw UnknownDesign(name: name, known: designs.map(\.name))
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
