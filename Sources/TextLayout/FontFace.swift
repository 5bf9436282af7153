import CHarfBuzz
import Synchronization

/// One face of a font file, mapped into memory and ready to shape; safe to share between threads.
///
/// `@unchecked Sendable`: the HarfBuzz font and face are made immutable when they are created, and HarfBuzz documents
/// immutable objects as safe to use from several threads; the cache of outlines has its own lock.
public final class FontFace: @unchecked Sendable {
    /// Why a face cannot be used.
    public enum Fault: Error, Hashable, Sendable, CustomStringConvertible {
        /// The file is not there or may not be read.
        case unreadable(path: String)
        /// The file is not a font, or has no face at that position.
        case notAFont(path: String, index: Int)
        /// A table of the file is missing, cut off or not as its maker left it.
        case damaged(path: String, table: String)

        /// What is wrong and what to do.
        public var description: String {
            switch self {
            case .unreadable(let path):
                "The font file \(path) cannot be read. Install the package it belongs to, or change the font table."
            case .notAFont(let path, let index):
                "\(path) is not a font, or has no face number \(index). Change the font table."
            case .damaged(let path, let table):
                "The font file \(path) is damaged: its table \(table) is not as it should be. Install its package again."
            }
        }
    }

    /// The path the face came from.
    public let path: String
    /// The position in a collection, 0 for a plain file.
    public let index: Int
    /// Font units in an em; fewer than the file says when the face is set larger.
    public let unitsPerEm: Int

    let raw: OpaquePointer
    /// Whether the tables were found to be as their maker left them; asked at the first use.
    private let isSound = Mutex<Bool?>(nil)
    private let outlines = Mutex<[UInt32: GlyphOutline]>([:])

    /// Outlines kept at a time, so that a face with tens of thousands does not fill memory.
    private static let outlinesKept = 4096

    /// Opens face number `index` of the file at `path`, without reading more than its directory.
    ///
    /// `scale`, 0.25 to 4, makes the face larger or smaller than it is, for scripts that look small beside others.
    public init(path: String, index: Int = 0, scale: Double = 1) throws(Fault) {
        guard let blob = hb_blob_create_from_file_or_fail(path) else { throw .unreadable(path: path) }
        defer { hb_blob_destroy(blob) }
        guard index >= 0, let bytes = FontFile.bytes(of: blob), let directory = FontDirectory(bytes, index: index)
        else {
            throw .notAFont(path: path, index: index)
        }
        if let table = directory.unusable(in: bytes) { throw .damaged(path: path, table: table) }
        guard hb_face_count(blob) > UInt32(index), let face = hb_face_create(blob, UInt32(index)) else {
            throw .notAFont(path: path, index: index)
        }
        defer { hb_face_destroy(face) }
        hb_face_make_immutable(face)
        guard hb_face_get_glyph_count(face) > 0, let font = hb_font_create(face) else {
            throw .notAFont(path: path, index: index)
        }
        hb_font_make_immutable(font)
        raw = font
        unitsPerEm = Int((Double(hb_face_get_upem(face)) / min(max(scale, 0.25), 4)).rounded())
        self.path = path
        self.index = index
    }

    deinit { hb_font_destroy(raw) }

    /// Adds up the tables that are drawn from, the first time only, and refuses a face whose sums are wrong: its letters
    /// might be anybody's scribble. About a tenth of a millisecond for most files.
    /// - Throws: ``Fault``, with the path.
    public func check() throws(Fault) {
        if isSound.withLock({ $0 }) == true { return }
        let damaged = FontFile.withBytes(of: path) { bytes in
            FontDirectory(bytes, index: index)?.damaged(in: bytes)
        }
        guard let damaged else { throw .unreadable(path: path) }
        if let table = damaged { throw .damaged(path: path, table: table) }
        isSound.withLock { $0 = true }
    }

    /// Whether the face has a glyph of its own for a character, or for each part of its canonical decomposition.
    public func covers(_ scalar: Unicode.Scalar) -> Bool {
        var glyph: hb_codepoint_t = 0
        if hb_font_get_nominal_glyph(raw, scalar.value, &glyph) != 0 { return true }
        var first: hb_codepoint_t = 0
        var second: hb_codepoint_t = 0
        guard hb_unicode_decompose(hb_unicode_funcs_get_default(), scalar.value, &first, &second) != 0,
            let base = Unicode.Scalar(first), base != scalar, covers(base)
        else { return false }
        guard second != 0, let mark = Unicode.Scalar(second) else { return true }
        return covers(mark)
    }

    /// How far the face reaches above the baseline, in font units.
    public var ascent: Int { Int(extents.ascender) }

    /// How far the face reaches below the baseline, in font units, as a negative number.
    public var descent: Int { Int(extents.descender) }

    private var extents: hb_font_extents_t {
        var extents = hb_font_extents_t()
        hb_font_get_extents_for_direction(raw, HB_DIRECTION_LTR, &extents)
        return extents
    }

    /// The advance of a glyph by itself, in font units.
    func advance(of glyph: UInt32) -> Int32 { hb_font_get_glyph_h_advance(raw, glyph) }

    /// The outline of a glyph in font units; empty for a space and for a glyph number the face does not have.
    public func outline(of glyph: UInt32) -> GlyphOutline {
        if let known = outlines.withLock({ $0[glyph] }) { return known }
        let outline = OutlinePen.outline(of: glyph, in: raw, unitsPerEm: Int(hb_face_get_upem(hb_font_get_face(raw))))
        outlines.withLock { outlines in
            if outlines.count >= Self.outlinesKept { outlines.removeAll(keepingCapacity: true) }
            outlines[glyph] = outline
        }
        return outline
    }
}
