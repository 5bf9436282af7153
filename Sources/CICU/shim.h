#ifndef COMMONGROUND_CICU_H
#define COMMONGROUND_CICU_H

#include <unicode/ubidi.h>
#include <unicode/ubrk.h>
#include <unicode/ucnv.h>
#include <unicode/unorm2.h>

/* ICU's functions are macros that add the version to the name; Swift sees only real functions. */

static inline int cg_u_failed(UErrorCode code) { return U_FAILURE(code) ? 1 : 0; }

static inline const UNormalizer2 *cg_nfc(UErrorCode *status) { return unorm2_getNFCInstance(status); }
static inline int32_t cg_normalize(const UNormalizer2 *form, const UChar *source, int32_t length, UChar *target,
                                   int32_t capacity, UErrorCode *status) {
    return unorm2_normalize(form, source, length, target, capacity, status);
}
static inline int cg_is_normalized(const UNormalizer2 *form, const UChar *source, int32_t length, UErrorCode *status) {
    return unorm2_isNormalized(form, source, length, status) ? 1 : 0;
}

static inline UBiDi *cg_bidi_open(void) { return ubidi_open(); }
static inline void cg_bidi_close(UBiDi *bidi) { ubidi_close(bidi); }
static inline void cg_bidi_set_paragraph(UBiDi *bidi, const UChar *text, int32_t length, UBiDiLevel level,
                                         UErrorCode *status) {
    ubidi_setPara(bidi, text, length, level, NULL, status);
}
static inline const UBiDiLevel *cg_bidi_levels(UBiDi *bidi, UErrorCode *status) { return ubidi_getLevels(bidi, status); }
static inline UBiDiLevel cg_bidi_paragraph_level(UBiDi *bidi) { return ubidi_getParaLevel(bidi); }
static inline void cg_bidi_reorder_visually(const UBiDiLevel *levels, int32_t length, int32_t *order) {
    ubidi_reorderVisual(levels, length, order);
}

static inline UBreakIterator *cg_line_breaks_open(const char *locale, const UChar *text, int32_t length,
                                                  UErrorCode *status) {
    return ubrk_open(UBRK_LINE, locale, text, length, status);
}
static inline int32_t cg_breaks_next(UBreakIterator *breaks) { return ubrk_next(breaks); }
static inline void cg_breaks_close(UBreakIterator *breaks) { ubrk_close(breaks); }

/* Whether every character of the text exists in a legacy character set such as GB2312. */
static inline int cg_fits_character_set(const char *name, const UChar *text, int32_t length) {
    UErrorCode status = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(name, &status);
    if (U_FAILURE(status)) { return 0; }
    ucnv_setFromUCallBack(converter, UCNV_FROM_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
    char bytes[8192];
    ucnv_fromUChars(converter, bytes, (int32_t)sizeof bytes, text, length, &status);
    ucnv_close(converter);
    return U_SUCCESS(status) ? 1 : 0;
}

#endif
