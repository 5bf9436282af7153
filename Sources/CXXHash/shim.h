#include <xxhash.h>

/* The widest vectors that the processor has, where the library was built to choose among them; the usual way elsewhere. */
__attribute__((weak)) XXH_errorcode XXH3_128bits_update_dispatch(XXH3_state_t *state, const void *input, size_t length);

static inline XXH_errorcode cg_fingerprint_update(XXH3_state_t *state, const void *input, size_t length) {
    return XXH3_128bits_update_dispatch ? XXH3_128bits_update_dispatch(state, input, length)
                                        : XXH3_128bits_update(state, input, length);
}
