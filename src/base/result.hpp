#pragma once

#include "base/check.hpp"
#include "base/error.hpp"

#include <type_traits>
#include <utility>
#include <variant>

namespace rtkeren {

/// What may be refused returns a Result; nothing of ours throws across a room's boundary.
///
///     Result<Rupiah> parse(std::string_view);
///     auto amount = TRY(parse(text));            // returns the error from the enclosing function
template<class T>
class [[nodiscard]] Result {
public:
    using Value = T;

    template<class U = T>
        requires(std::is_constructible_v<T, U &&> && !std::is_same_v<std::remove_cvref_t<U>, Result> && !std::is_same_v<std::remove_cvref_t<U>, Error>)
    Result(U&& value) : m_state(std::in_place_index<0>, std::forward<U>(value)) { }
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) { }

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    T& value() & { CHECK(ok()); return *std::get_if<0>(&m_state); }
    T const& value() const& { CHECK(ok()); return *std::get_if<0>(&m_state); }
    T value() && { CHECK(ok()); return std::move(*std::get_if<0>(&m_state)); }
    T& operator*() & { return value(); }
    T const& operator*() const& { return value(); }
    T* operator->() { return &value(); }
    T const* operator->() const { return &value(); }
    T value_or(T fallback) const& { return ok() ? value() : std::move(fallback); }

    Error& error() & { CHECK(!ok()); return *std::get_if<1>(&m_state); }
    Error const& error() const& { CHECK(!ok()); return *std::get_if<1>(&m_state); }
    Error error() && { CHECK(!ok()); return std::move(*std::get_if<1>(&m_state)); }

private:
    std::variant<T, Error> m_state;
};

struct Done { };

/// Success without a value; `return Done {};`.
template<>
class [[nodiscard]] Result<void> : public Result<Done> {
public:
    using Result<Done>::Result;
    Result() : Result<Done>(Done {}) { }
};

} // namespace rtkeren

/// The value, or a return of the error from the enclosing function. One a line.
#define TRY(expression) \
    __extension__({ \
        auto rtk_try_result = (expression); \
        if (!rtk_try_result.ok()) [[unlikely]] \
            return std::move(rtk_try_result).error(); \
        std::move(rtk_try_result).value(); \
    })
