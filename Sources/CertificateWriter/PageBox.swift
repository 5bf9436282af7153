import PDFWriter
import Programme

/// A rectangle of a design in points from the page's lower left corner.
struct PageBox {
    let left: Double
    let bottom: Double
    let width: Double
    let height: Double

    init(_ box: DesignBox, pageHeight: Double) {
        left = box.x * TextPainter.millimetre
        width = box.width * TextPainter.millimetre
        height = box.height * TextPainter.millimetre
        bottom = pageHeight - box.y * TextPainter.millimetre - height
    }

    /// The attributes of a figure that fills the rectangle (ISO 14289-1, 7.3).
    var figureAttributes: PDFObject {
        let box: PDFObject = [.real(left), .real(bottom), .real(left + width), .real(bottom + height)]
        return ["O": .name("Layout"), "BBox": box, "Placement": .name("Block")]
    }
}
