#include "article/article.h"

namespace errpress::article {

void Article::clear() {
  title = {};
  message.reset();
  updated.reset();
  sections.clear();
  blocks.clear();
  items.clear();
  references.clear();
  mentions.clear();
  field_name = {};
}

}  // namespace errpress::article
