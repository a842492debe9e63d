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
}

std::size_t Article::memory() const {
  return sections.size() * sizeof(Section) + blocks.size() * sizeof(Block) + items.size() * sizeof(Item) +
         references.size() * sizeof(Reference);
}

}  // namespace errpress::article
