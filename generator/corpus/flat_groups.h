// Groups of values, numbered from 0 and stored contiguously: two allocations for any number of groups. Const use is
// thread-safe.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace errpress::corpus {

template <typename Value>
class FlatGroups {
 public:
  struct Member {
    std::uint32_t group;
    Value value;
  };

  FlatGroups() = default;
  // Each group keeps its values in the order of `members`. `count` is the number of groups; the group of each member
  // must be less than it.
  FlatGroups(std::size_t count, const std::vector<Member>& members) : begins_(count + 1, 0), values_(members.size()) {
    for (const Member& member : members) {
      assert(member.group < count);
      ++begins_[member.group];
    }
    std::uint32_t end = 0;
    for (std::uint32_t& begin : begins_) begin = end += begin;
    for (std::size_t i = members.size(); i-- > 0;) values_[--begins_[members[i].group]] = members[i].value;
  }

  std::span<const Value> of(std::uint32_t group) const {
    return std::span(values_).subspan(begins_[group], begins_[group + 1] - begins_[group]);
  }

 private:
  std::vector<std::uint32_t> begins_;  // by group, plus the end of the last group
  std::vector<Value> values_;
};

}  // namespace errpress::corpus
