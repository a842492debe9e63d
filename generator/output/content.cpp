#include "output/content.h"

#include "base/hash.h"

namespace errpress::output {

Content content_of(std::string_view bytes) { return {bytes.size(), base::hash_of(bytes)}; }

}  // namespace errpress::output
