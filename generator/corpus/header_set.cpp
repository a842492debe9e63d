#include "corpus/header_set.h"

#include "corpus/without_comments.h"

namespace errpress::corpus {

HeaderSet::HeaderSet(const std::vector<std::string_view>& sources) {
  headers_.reserve(sources.size());  // so that views of short sources stay valid
  for (const std::string_view source : sources) {
    const auto header = static_cast<std::uint32_t>(headers_.size());
    headers_.push_back({without_comments(source), size()});
    bytes_ += source.size();
    for (const Definition& definition : find_definitions(headers_.back().source)) {
      definitions_.push_back({definition, header, size()});
    }
  }
  names_.reserve(definitions_.size());
  for (Id id = 0; id < size(); ++id) add_name(id);
}

void HeaderSet::add_name(Id id) {
  const std::uint32_t number = names_.add(name(id));
  if (number == first_.size()) {
    first_.push_back(id);
    last_.push_back(id);
  } else if (header_of(last_[number]) != header_of(id)) {
    definitions_[last_[number]].next = id;
    last_[number] = id;
  }
}

std::optional<HeaderSet::Id> HeaderSet::find(std::string_view name, std::uint32_t header) const {
  const auto number = names_.find(name);
  if (!number) return std::nullopt;
  for (Id id = first_[*number];; id = definitions_[id].next) {
    if (header_of(id) == header) return id;
    if (definitions_[id].next == id) return first_[*number];
  }
}

}  // namespace errpress::corpus
