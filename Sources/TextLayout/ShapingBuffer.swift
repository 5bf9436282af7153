import CHarfBuzz

/// One run of text on its way through HarfBuzz; used up by shaping.
struct ShapingBuffer: ~Copyable {
    private let raw: OpaquePointer

    /// Takes the units `range` of a text; the rest is context, so that letters join across the ends.
    init(_ units: [UInt16], range: Range<Int>, script: hb_script_t, language: String?, isRightToLeft: Bool) {
        raw = hb_buffer_create()
        hb_buffer_set_direction(raw, isRightToLeft ? HB_DIRECTION_RTL : HB_DIRECTION_LTR)
        hb_buffer_set_script(raw, script)
        hb_buffer_set_language(raw, hb_language_from_string(language ?? "und", -1))
        hb_buffer_set_cluster_level(raw, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES)
        let flags =
            HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES.rawValue | HB_BUFFER_FLAG_DO_NOT_INSERT_DOTTED_CIRCLE.rawValue
        hb_buffer_set_flags(raw, hb_buffer_flags_t(rawValue: flags))
        hb_buffer_add_utf16(raw, units, Int32(units.count), UInt32(range.lowerBound), Int32(range.count))
    }

    deinit { hb_buffer_destroy(raw) }

    /// One glyph as HarfBuzz returns it, in the order of the eye.
    struct Glyph {
        var glyph: UInt32
        var cluster: Int
        var advance: Int32
        var xOffset: Int32
        var yOffset: Int32
    }

    /// The glyphs; empty when memory ran out.
    consuming func shaped(with face: FontFace, features: [hb_feature_t]) -> [Glyph] {
        hb_shape(face.raw, raw, features, UInt32(features.count))
        guard hb_buffer_allocation_successful(raw) != 0 else { return [] }
        var count: UInt32 = 0
        guard let infos = hb_buffer_get_glyph_infos(raw, &count),
            let positions = hb_buffer_get_glyph_positions(raw, &count)
        else { return [] }
        return (0..<Int(count)).map { index in
            Glyph(
                glyph: infos[index].codepoint,
                cluster: Int(infos[index].cluster),
                advance: positions[index].x_advance,
                xOffset: positions[index].x_offset,
                yOffset: positions[index].y_offset
            )
        }
    }
}
