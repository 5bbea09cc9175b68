#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>

/// What compiled templates need beside Out.
namespace rtkeren::html {

template<class Value>
concept Emptiable = requires(Value const& value) {
    { value.empty() } -> std::convertible_to<bool>;
};

/// `{% if x %}`: strings, lists, Safe and Text by not being empty; an amount by not being zero, an id by being given; bools, numbers, optionals and
/// pointers by being set.
template<class Value>
[[nodiscard]] constexpr bool truthy(Value const& value)
{
    if constexpr (Emptiable<Value>)
        return !value.empty();
    else if constexpr (requires { value.is_zero(); })
        return !value.is_zero();
    else if constexpr (requires { value.is_none(); })
        return !value.is_none();
    else
        return static_cast<bool>(value);
}

/// `{% t n=… %}`: any integer, or a list for its length.
template<class Value>
[[nodiscard]] constexpr std::int64_t count(Value const& value)
{
    if constexpr (std::integral<Value>)
        return static_cast<std::int64_t>(value);
    else
        return static_cast<std::int64_t>(value.size());
}

/// `loop` inside `{% for %}`.
class Loop {
public:
    [[nodiscard]] bool first() const { return m_at == 0; }
    [[nodiscard]] std::string index() const { return std::to_string(m_at); } // from 0
    [[nodiscard]] std::string number() const { return std::to_string(m_at + 1); } // from 1
    void next() { ++m_at; }

private:
    std::size_t m_at {0};
};

} // namespace rtkeren::html
