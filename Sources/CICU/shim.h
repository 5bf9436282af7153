#ifndef COMMONGROUND_CICU_H
#define COMMONGROUND_CICU_H

#include <stddef.h>
#include <stdint.h>
#include <unicode/urename.h>

/* ICU's functions are macros that add the version to the name; Swift sees only real functions, so each one used is wrapped
   here. They are declared with plain types instead of including ICU's headers: the enums there are defined once more in the
   ICU inside Foundation, and Swift refuses to see both. U_ZERO_ERROR is 0, every failure is above 0, pointers are opaque. */

extern const void *unorm2_getNFCInstance(int32_t *status);
extern int32_t unorm2_normalize(const void *form, const uint16_t *source, int32_t length, uint16_t *target,
                                int32_t capacity, int32_t *status);
extern int8_t unorm2_isNormalized(const void *form, const uint16_t *source, int32_t length, int32_t *status);

extern void *ubidi_open(void);
extern void ubidi_close(void *bidi);
extern void ubidi_setPara(void *bidi, const uint16_t *text, int32_t length, uint8_t level, uint8_t *embedding,
                          int32_t *status);
extern const uint8_t *ubidi_getLevels(void *bidi, int32_t *status);
extern void ubidi_reorderVisual(const uint8_t *levels, int32_t length, int32_t *order);

extern int32_t u_charDirection(int32_t character);

extern void *ubrk_open(int32_t type, const char *locale, const uint16_t *text, int32_t length, int32_t *status);
extern int32_t ubrk_next(void *breaks);
extern void ubrk_close(void *breaks);

extern void *ucnv_open(const char *name, int32_t *status);
extern void ucnv_close(void *converter);
extern void ucnv_setFromUCallBack(void *converter, void (*action)(void), const void *context, void **oldAction,
                                  const void **oldContext, int32_t *status);
extern int32_t ucnv_fromUChars(void *converter, char *target, int32_t capacity, const uint16_t *source, int32_t length,
                               int32_t *status);
extern void UCNV_FROM_U_CALLBACK_STOP(void);

/* The text in normalisation form C; returns its length, or -1. */
static inline int32_t cg_nfc(const uint16_t *source, int32_t length, uint16_t *target, int32_t capacity) {
    int32_t status = 0;
    const void *form = unorm2_getNFCInstance(&status);
    if (status > 0) { return -1; }
    int32_t result = unorm2_normalize(form, source, length, target, capacity, &status);
    return status > 0 ? -1 : result;
}
static inline int cg_is_nfc(const uint16_t *source, int32_t length) {
    int32_t status = 0;
    const void *form = unorm2_getNFCInstance(&status);
    return status <= 0 && unorm2_isNormalized(form, source, length, &status) && status <= 0;
}

/* Writes the embedding level of each unit in a paragraph of level `base`; 0xFE is that of its first strong letter, else left
   to right. Returns 0 when it cannot. */
static inline int cg_bidi_levels(const uint16_t *text, int32_t length, uint8_t base, uint8_t *levels) {
    int32_t status = 0;
    void *bidi = ubidi_open();
    if (bidi == NULL) { return 0; }
    ubidi_setPara(bidi, text, length, base, NULL, &status);
    const uint8_t *found = status > 0 ? NULL : ubidi_getLevels(bidi, &status);
    int done = found != NULL && status <= 0;
    for (int32_t index = 0; done && index < length; index++) { levels[index] = found[index]; }
    ubidi_close(bidi);
    return done;
}
static inline void cg_bidi_reorder_visually(const uint8_t *levels, int32_t length, int32_t *order) {
    ubidi_reorderVisual(levels, length, order);
}

/* The bidirectional class of a character as ICU numbers it (UCharDirection): 0 is L, 1 R, 2 to 6 the classes of numbers, 13 AL. */
static inline int32_t cg_bidi_class(uint32_t character) { return u_charDirection((int32_t)character); }

/* A line break iterator (UBRK_LINE is 2), or NULL. */
static inline void *cg_line_breaks_open(const char *locale, const uint16_t *text, int32_t length) {
    int32_t status = 0;
    void *breaks = ubrk_open(2, locale, text, length, &status);
    if (status <= 0) { return breaks; }
    if (breaks != NULL) { ubrk_close(breaks); }
    return NULL;
}
static inline int32_t cg_breaks_next(void *breaks) { return ubrk_next(breaks); }
static inline void cg_breaks_close(void *breaks) { ubrk_close(breaks); }

/* Whether every character of the text exists in a legacy character set such as GB2312. */
static inline int cg_fits_character_set(const char *name, const uint16_t *text, int32_t length) {
    int32_t status = 0;
    void *converter = ucnv_open(name, &status);
    if (status > 0) { return 0; }
    ucnv_setFromUCallBack(converter, UCNV_FROM_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
    char bytes[8192];
    ucnv_fromUChars(converter, bytes, (int32_t)sizeof bytes, text, length, &status);
    ucnv_close(converter);
    return status <= 0;
}

#endif
