// The definitions of several headers that are read together, by name: a macro may use what another header defines.
// Const use is thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/key_numbers.h"
#include "corpus/header_definitions.h"

namespace errpress::corpus {

class HeaderSet {
 public:
  // The number of a definition: those of one header follow those of the one before it.
  using Id = std::uint32_t;

  // Headers are numbered in the order of `sources`.
  explicit HeaderSet(const std::vector<std::string_view>& sources);

  std::size_t header_count() const { return headers_.size(); }
  // The definitions of a header: from begin(header) up to begin(header + 1).
  Id begin(std::size_t header) const { return header < headers_.size() ? headers_[header].begin : size(); }
  Id size() const { return static_cast<Id>(definitions_.size()); }
  // All bytes of all headers.
  std::size_t bytes() const { return bytes_; }

  const Definition& operator[](Id id) const { return definitions_[id].definition; }
  std::uint32_t header_of(Id id) const { return definitions_[id].header; }
  std::string_view name(Id id) const { return text(id, definitions_[id].definition.name); }
  // The part of the header of `id` that `span` covers, without comments.
  std::string_view text(Id id, base::Span span) const { return span.of(headers_[header_of(id)].source); }

  // The definition that a name in a header stands for: the first one in the same header, else the first one of all.
  std::optional<Id> find(std::string_view name, std::uint32_t header) const;

 private:
  struct Header {
    std::string source;  // without comments
    Id begin = 0;
  };
  struct Entry {
    Definition definition;
    std::uint32_t header;
    Id next;  // the next definition of the same name in another header, or its own number
  };

  std::vector<Header> headers_;
  std::vector<Entry> definitions_;
  std::size_t bytes_ = 0;
  base::KeyNumbers<std::string_view> names_;
  std::vector<Id> first_;  // by the number of a name
  std::vector<Id> last_;

  void add_name(Id id);
};

}  // namespace errpress::corpus
