#ifndef COMMONGROUND_CBYTEMARKS_H
#define COMMONGROUND_CBYTEMARKS_H

#include <stdint.h>

/* What stands where in 64 bytes, one bit a byte, the first byte lowest: Swift's own vectors cannot be turned into such bits
   without a detour through memory. x86-64 always has SSE2; other processors take the plain loop, which compilers turn into
   their own vectors. */

struct cg_byte_marks {
    /* Commas. */
    uint64_t commas;
    /* Not 0 when there is a control character (line breaks are) or a quotation mark. */
    uint32_t has_special;
    /* Not 0 when there is a byte above 127. */
    uint32_t has_high;
};

#if defined(__SSE2__)
#include <emmintrin.h>

static inline uint64_t cg_bits(__m128i a, __m128i b, __m128i c, __m128i d) {
    uint64_t low = (uint32_t)_mm_movemask_epi8(a) | (uint64_t)(uint32_t)_mm_movemask_epi8(b) << 16;
    uint64_t high = (uint32_t)_mm_movemask_epi8(c) | (uint64_t)(uint32_t)_mm_movemask_epi8(d) << 16;
    return low | high << 32;
}

static inline __m128i cg_special_of(__m128i bytes) {
    __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x1F)), bytes);
    return _mm_or_si128(control, _mm_cmpeq_epi8(bytes, _mm_set1_epi8('"')));
}

static inline struct cg_byte_marks cg_marks(const uint8_t *bytes) {
    const __m128i *at = (const __m128i *)bytes;
    __m128i a = _mm_loadu_si128(at), b = _mm_loadu_si128(at + 1);
    __m128i c = _mm_loadu_si128(at + 2), d = _mm_loadu_si128(at + 3);
    __m128i comma = _mm_set1_epi8(',');
    __m128i special = _mm_or_si128(_mm_or_si128(cg_special_of(a), cg_special_of(b)),
                                   _mm_or_si128(cg_special_of(c), cg_special_of(d)));
    __m128i all = _mm_or_si128(_mm_or_si128(a, b), _mm_or_si128(c, d));
    struct cg_byte_marks marks;
    marks.commas = cg_bits(_mm_cmpeq_epi8(a, comma), _mm_cmpeq_epi8(b, comma), _mm_cmpeq_epi8(c, comma),
                           _mm_cmpeq_epi8(d, comma));
    marks.has_special = (uint32_t)_mm_movemask_epi8(special);
    marks.has_high = (uint32_t)_mm_movemask_epi8(all);
    return marks;
}

/* Control characters and quotation marks. */
static inline uint64_t cg_specials(const uint8_t *bytes) {
    const __m128i *at = (const __m128i *)bytes;
    return cg_bits(cg_special_of(_mm_loadu_si128(at)), cg_special_of(_mm_loadu_si128(at + 1)),
                   cg_special_of(_mm_loadu_si128(at + 2)), cg_special_of(_mm_loadu_si128(at + 3)));
}

#else

static inline uint64_t cg_specials(const uint8_t *bytes) {
    uint64_t bits = 0;
    for (int i = 0; i < 64; i++) bits |= (uint64_t)(bytes[i] < 0x20 || bytes[i] == '"') << i;
    return bits;
}

static inline struct cg_byte_marks cg_marks(const uint8_t *bytes) {
    struct cg_byte_marks marks = {0, 0, 0};
    for (int i = 0; i < 64; i++) {
        marks.commas |= (uint64_t)(bytes[i] == ',') << i;
        marks.has_special |= bytes[i] < 0x20 || bytes[i] == '"';
        marks.has_high |= bytes[i] >> 7;
    }
    return marks;
}

#endif
#endif
