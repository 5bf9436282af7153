public import Programme
import TextLayout

extension FontTable.Face {
    /// Why certificates cannot be drawn with this face, naming its file; nil when they can.
    ///
    /// - Complexity: Reads the tables that are drawn from, about a tenth of a millisecond for most files.
    public var fault: String? {
        do throws(FontFace.Fault) {
            try FontFace(path: file, index: index, scale: scale).check()
            return nil
        } catch {
            return error.description
        }
    }
}

extension FontTable {
    /// Opens every face; the first that cannot be used is named with its path.
    func opened() throws(CertificateRefusal) -> FontCatalogue {
        var opened: [FontFace] = []
        for face in faces {
            do { opened.append(try FontFace(path: face.file, index: face.index, scale: face.scale)) } catch {
                throw .font(error.description)
            }
        }
        let table = self
        return FontCatalogue(faces: opened) { kind, script, language in
            table.candidates(kind: kind, script: script, language: language)
        }
    }
}
