#include "mustache/misuse.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "base/closest.h"

namespace errpress::mustache {

namespace {

using Names = std::vector<std::string_view>;

constexpr std::size_t kMaxListed = 10;

std::string_view kind_name(Kind kind) {
  switch (kind) {
    case Kind::null:
      return "null";
    case Kind::boolean:
      return "a boolean";
    case Kind::number:
      return "a number";
    case Kind::text:
      return "text";
    case Kind::list:
    case Kind::lazy_list:
      return "a list";
    case Kind::object:
      return "an object";
  }
  return {};
}

// "`a`, `b` and `c`"
std::string list_names(const Names& names) {
  std::string list;
  const std::size_t shown = std::min(names.size(), kMaxListed);
  for (std::size_t i = 0; i < shown; ++i) {
    const bool last = i + 1 == names.size();
    list += fmt::format("{}`{}`", i == 0 ? "" : last ? " and " : ", ", names[i]);
  }
  if (shown < names.size()) list += fmt::format(" and {} more", names.size() - shown);
  return list;
}

class Misuse {
 public:
  Misuse(const Program& program, const ContextStack& contexts) : program_(program), contexts_(contexts) {}

  std::string describe(const Instruction& at) const {
    if (at.name.size == 0) return unprintable(".", contexts_.top());
    const Key first = at.name.size == 1 ? at.name.key : program_.path_of(at.name)[0];
    std::string shown(name(first));
    std::uint16_t index = 0;
    const Value* value = contexts_.find(first, index);
    if (value == nullptr) return not_in_scope(first);
    for (std::size_t i = 1; i < at.name.size; ++i) {
      const Key key = program_.path_of(at.name)[i];
      const Value* const field = value->find(key);
      if (field == nullptr) return no_field(shown, *value, key);
      shown += fmt::format(".{}", name(key));
      value = field;
    }
    return unprintable(shown, *value);
  }

 private:
  std::string not_in_scope(Key key) const {
    const std::string message = fmt::format("`{}` is not in scope here", name(key));
    Names in_scope;
    for (std::size_t i = contexts_.contexts().size(); i-- > 0;) {
      const Value& context = *contexts_.contexts()[i].value;
      if (context.kind != Kind::object) continue;
      for (const Field& field : context.as_object()) {
        if (field.value.find(key) != nullptr)
          return fmt::format("{}; did you mean `{}.{}`?", message, name(field.key), name(key));
        in_scope.push_back(name(field.key));
      }
    }
    if (in_scope.empty()) return fmt::format("{}; no name is in scope", message);
    const std::string nearest = base::did_you_mean(name(key), in_scope);
    return message + (nearest.empty() ? "; in scope are " + list_names(in_scope) : nearest);
  }

  std::string no_field(const std::string& shown, const Value& value, Key key) const {
    if (value.kind == Kind::null) return null_here(shown);
    if (value.kind != Kind::object) {
      return fmt::format("`{}` is {} here, which has no field `{}`", shown, kind_name(value.kind), name(key));
    }
    const Names fields = field_names(value);
    const std::string nearest = base::did_you_mean(name(key), fields);
    const std::string message = fmt::format("`{}` has no field `{}`", shown, name(key));
    if (!nearest.empty() || fields.empty()) return message + nearest;
    return fmt::format("{}; it has {}", message, list_names(fields));
  }

  std::string unprintable(const std::string& shown, const Value& value) const {
    if (value.kind == Kind::null) return null_here(shown);
    if (value.kind == Kind::list || value.kind == Kind::lazy_list) {
      return fmt::format("`{0}` is a list here; render its items inside {{{{#{0}}}}}…{{{{/{0}}}}}", shown);
    }
    const Names fields = field_names(value);
    if (fields.empty()) return fmt::format("`{}` is {} here, which cannot be rendered", shown, kind_name(value.kind));
    return fmt::format("`{}` is an object here, which cannot be rendered; it has {}", shown, list_names(fields));
  }

  static std::string null_here(const std::string& shown) {
    return fmt::format("`{0}` is null here; put it inside {{{{#{0}}}}}…{{{{/{0}}}}}", shown);
  }

  Names field_names(const Value& object) const {
    Names names;
    if (object.kind != Kind::object) return names;
    for (const Field& field : object.as_object()) names.push_back(name(field.key));
    return names;
  }

  std::string_view name(Key key) const { return program_.keys->name(key); }

  const Program& program_;
  const ContextStack& contexts_;
};

}  // namespace

std::string describe_misuse(const Program& program, const Instruction& at, const ContextStack& contexts) {
  return Misuse(program, contexts).describe(at);
}

}  // namespace errpress::mustache
