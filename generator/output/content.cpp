#include "output/content.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace errpress::output {

std::uint64_t hash_of(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

Content content_of(std::string_view bytes) { return {bytes.size(), hash_of(bytes)}; }

}  // namespace errpress::output
