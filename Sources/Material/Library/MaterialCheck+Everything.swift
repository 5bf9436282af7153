import Programme

extension MaterialCheck {
    /// Reads everything in the content folder, courses and reference tables alike, and names every fault.
    public static func ofEverything(in folder: ContentFolder) -> MaterialCheck {
        var courses = ofCourses(in: folder)
        courses = MaterialCheck(
            faults: courses.faults + CertificateMaterial.faults(in: folder),
            summary: courses.summary + designs(in: folder)
        )
        do throws(MaterialFaults) {
            let reference = try ReferenceTables.read(from: folder)
            let areas =
                "reference: \(reference.areas.forces.count) forces, \(reference.areas.areas.count) areas, "
                + "\(reference.areas.districts.count) districts, \(reference.unitCosts.count) unit costs, "
                + "\(reference.events.count) dated \(reference.events.count == 1 ? "event" : "events")"
            return MaterialCheck(faults: courses.faults, summary: courses.summary + [areas])
        } catch {
            return MaterialCheck(faults: courses.faults + error.faults, summary: courses.summary)
        }
    }

    private static func designs(in folder: ContentFolder) -> [String] {
        let designs = (try? CertificateMaterial(folder: folder))?.designs ?? []
        return designs.map { design in
            let pictures = design.contents.count { if case .image = $0 { true } else { false } }
            let size = [design.width, design.height].map { String(Int($0.rounded())) }.joined(separator: " by ")
            let shown = pictures == 0 ? "" : ", \(pictures) \(pictures == 1 ? "picture" : "pictures")"
            return "design \(design.name): \(size) mm, \(design.contents.count) contents\(shown)"
        }
    }
}
