/* Takes rows of commas apart, 64 bytes at a look.
 *
 * x86-64 always has SSE2 and is asked for AVX2 and AVX-512 when the program runs; other processors take what the compiler makes
 * of blocks of 64 bytes for them.
 */
#ifndef COMMONGROUND_CBYTEMARKS_H
#define COMMONGROUND_CBYTEMARKS_H

#include <stdint.h>

/* The most rows, and the most fields of all of them, that are found at a time; so much room, and the spare, is written to. */
enum { CG_MOST_ROWS = 192, CG_MOST_FIELDS = 2048, CG_SPARE = 64 };

struct cg_plain_rows {
    /* How many whole rows were found. */
    uint32_t rows;
    /* Not 0 when a byte above 127 was seen, in these rows or shortly behind them. */
    uint32_t has_high;
};

/* The ways of looking, from not at all; one that this processor lacks is replaced by one that it has. */
enum cg_way { CG_NEVER, CG_PLAIN, CG_VECTORS, CG_WIDE_VECTORS, CG_BEST };

/* Asks for memory that will be written to soon. */
static inline void cg_fetch(const void *address) { __builtin_prefetch(address, 1, 3); }

/* 64 bytes as one value. Clang turns tests of them into what the processor has: one instruction, or four times sixteen bytes. */
typedef uint8_t cg_block __attribute__((vector_size(64), aligned(1)));
typedef _Bool cg_answers __attribute__((ext_vector_type(64)));

/* One bit a byte, the first byte lowest. */
#define CG_BITS(test) \
    ({ \
        cg_answers all = __builtin_convertvector(test, cg_answers); \
        uint64_t bits; \
        __builtin_memcpy(&bits, &all, sizeof bits); \
        bits; \
    })

/* Of bytes that may stop a search, those that do: neither tabs nor carriage returns before a line feed. */
static inline uint64_t cg_real_odds(const uint8_t *bytes, uint64_t odd) {
    uint64_t real = 0;
    for (; odd; odd &= odd - 1) {
        int place = __builtin_ctzll(odd);
        if (bytes[place] == '\t' || (bytes[place] == '\r' && bytes[place + 1] == '\n')) continue;
        real |= odd & -odd;
    }
    return real;
}

#define CG_ROWS cg_find_plainly
#define CG_TARGET
#include "rows.h"

#if defined(__x86_64__)

#define CG_ROWS cg_find_with_vectors
#define CG_TARGET __attribute__((target("avx2,bmi,popcnt")))
#include "rows.h"

#define CG_ROWS cg_find_with_wide_vectors
#define CG_TARGET __attribute__((target("avx2,bmi,popcnt,avx512f,avx512bw,avx512vl,evex512")))
#include "rows.h"

/* Finds whole rows in buffer[from..<to], up to the first quotation mark, control character but tab, or carriage return without
 * a line feed behind it. Fields end at commas and line feeds, whose places in the buffer are written to `ends` in their order;
 * lasts[row] is the number of the end that is the row's line feed. A carriage return before it counts to the last field.
 *
 * 128 bytes behind `to` must be readable. `ends` has room for CG_MOST_FIELDS + CG_SPARE, `lasts` for CG_MOST_ROWS + CG_SPARE. */
static inline struct cg_plain_rows cg_find_plain_rows(const uint8_t *buffer, uint32_t from, uint32_t to, uint32_t *ends,
                                                      uint32_t *lasts, enum cg_way way) {
    if (way == CG_NEVER) return (struct cg_plain_rows){0, 0};
    if (way >= CG_VECTORS && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
        __builtin_cpu_supports("popcnt")) {
        if (way >= CG_WIDE_VECTORS && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl"))
            return cg_find_with_wide_vectors(buffer, from, to, ends, lasts);
        return cg_find_with_vectors(buffer, from, to, ends, lasts);
    }
    return cg_find_plainly(buffer, from, to, ends, lasts);
}

#else

static inline struct cg_plain_rows cg_find_plain_rows(const uint8_t *buffer, uint32_t from, uint32_t to, uint32_t *ends,
                                                      uint32_t *lasts, enum cg_way way) {
    if (way == CG_NEVER) return (struct cg_plain_rows){0, 0};
    return cg_find_plainly(buffer, from, to, ends, lasts);
}

#endif

#endif
