#ifndef COMMONGROUND_CHARFBUZZ_H
#define COMMONGROUND_CHARFBUZZ_H

#include <hb.h>
#include <hb-ot.h>

/* Renamed in HarfBuzz 7. */
static inline void cg_font_draw_glyph(hb_font_t *font, hb_codepoint_t glyph, hb_draw_funcs_t *funcs, void *data) {
#if HB_VERSION_ATLEAST(7, 0, 0)
    hb_font_draw_glyph(font, glyph, funcs, data);
#else
    hb_font_get_glyph_shape(font, glyph, funcs, data);
#endif
}

/* The flag is a bit of an enum that Swift sees as an opaque number. */
static inline int cg_glyph_is_unsafe_to_break(const hb_glyph_info_t *info) {
    return (hb_glyph_info_get_glyph_flags(info) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK) != 0;
}

#endif
