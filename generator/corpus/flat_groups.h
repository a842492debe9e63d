// Values in groups, which are numbered from 0 and laid end to end: two allocations however many there are. Const use is
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
  // Each group has its values in the order of `members`. `count` is how many groups there are; each member's group is
  // below it.
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
  std::vector<std::uint32_t> begins_;  // one more than there are groups: the end of the last
  std::vector<Value> values_;
};

}  // namespace errpress::corpus
