/* The search for rows, written once for each kind of processor. Included with CG_ROWS, the function's name, and CG_TARGET,
 * what the processor must have. */

CG_TARGET static inline struct cg_plain_rows CG_ROWS(const uint8_t *buffer, uint32_t from, uint32_t to, uint32_t *ends,
                                                     uint32_t *lasts) {
    uint32_t found = 0, rows = 0;
    cg_block seen = {0};
    for (uint32_t at = from; at < to; at += 64) {
        cg_block bytes = *(const cg_block *)(buffer + at);
        uint64_t inside = to - at < 64 ? (UINT64_C(1) << (to - at)) - 1 : ~UINT64_C(0);
        uint64_t breaks = CG_BITS(bytes == '\n');
        uint64_t odd = CG_BITS((bytes < 0x20) | (bytes == '"')) & ~breaks & inside;
        uint64_t rest = CG_BITS(bytes == ',') | breaks;
        seen |= bytes;
        if (odd) odd = cg_real_odds(buffer + at, odd);
        if (odd) inside = (odd & -odd) - 1;
        breaks &= inside;
        rest &= inside;
        /* Written whether there is one or not, as a third of the blocks of a street file have one and the processor cannot know
           which; the same with the ends, of which a block has two to six. The writes are volatile so that they stay single. */
        do {
            uint64_t below = (breaks & -breaks) - 1;
            lasts[rows] = found + (uint32_t)__builtin_popcountll(rest & below);
            rows += breaks != 0;
            breaks &= breaks - 1;
        } while (breaks);
        volatile uint32_t *place = ends + found;
        found += (uint32_t)__builtin_popcountll(rest);
        do {
            for (int index = 0; index < 8; index++) {
                place[index] = at + (uint32_t)(rest ? __builtin_ctzll(rest) : 64);
                rest &= rest - 1;
            }
            place += 8;
        } while (rest);
        if (odd || found > CG_MOST_FIELDS - 64 || rows > CG_MOST_ROWS - 64) break;
    }
    return (struct cg_plain_rows){rows, CG_BITS(seen > 0x7F) != 0};
}

#undef CG_ROWS
#undef CG_TARGET
