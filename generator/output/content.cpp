#include "output/content.h"

#include "text/hash.h"

namespace errpress::output {

Content content_of(std::string_view bytes) { return {bytes.size(), text::hash_of(bytes)}; }

}  // namespace errpress::output
