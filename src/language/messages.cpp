#include "base/check.hpp"
#include "language/base_messages.hpp"
#include "language/language.hpp"

#include <map>

namespace rtkeren::language {
namespace {

using Rows = std::map<std::string_view, std::string_view>;

void add(Rows& rows, std::span<Message const> messages)
{
    for (auto const& message : messages) {
        if (!rows.emplace(message.code, message.indonesian).second)
            check_failed(message.code); // given twice: our bug, and the code says where
    }
}

Rows& rows()
{
    static Rows all = [] {
        Rows first;
        add(first, base_messages());
        return first;
    }();
    return all;
}

} // namespace

void register_messages(std::span<Message const> messages)
{
    add(rows(), messages);
}

bool has_message(std::string_view code)
{
    return rows().contains(code);
}

std::vector<Message> all_messages()
{
    std::vector<Message> all;
    for (auto const& [code, indonesian] : rows())
        all.push_back({code, indonesian});
    return all;
}

std::string word(std::string_view code, Arguments const& arguments)
{
    auto row = rows().find(code);
    if (row == rows().end())
        return tr("Ini tidak dapat dilakukan ({code}).", {{"code", std::string(code)}});
    return fill(tr(row->second), arguments);
}

std::string word(FieldError const& error)
{
    auto arguments = error.arguments;
    arguments.emplace_back("value", error.value);
    return word(error.code, arguments);
}

std::string word(Error const& error)
{
    auto arguments = error.arguments;
    // One wrong field speaks for the whole refusal, so its values are at hand too.
    if (error.fields.size() == 1) {
        arguments.insert(arguments.end(), error.fields.front().arguments.begin(), error.fields.front().arguments.end());
        arguments.emplace_back("value", error.fields.front().value);
    }
    if (!error.verdicts.empty())
        arguments.insert(arguments.end(), error.verdicts.front().numbers.begin(), error.verdicts.front().numbers.end());
    return word(error.code, arguments);
}

std::string word(Verdict const& verdict)
{
    return word(verdict.code, verdict.numbers);
}

} // namespace rtkeren::language
