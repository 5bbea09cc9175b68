#include "operations/operations.hpp"

#include <boost/json/array.hpp>
#include <stdexcept>

namespace rtkeren::operations {
namespace {

namespace json = boost::json;

std::string stored_text(json::object const& object, std::string_view key)
{
    auto const& text = object.at(key).as_string();
    return {text.data(), text.size()};
}

json::object json_of_arguments(Arguments const& arguments)
{
    json::object object;
    for (auto const& [name, value] : arguments)
        object.insert_or_assign(name, value);
    return object;
}

Arguments arguments_of(json::value const& value)
{
    Arguments arguments;
    for (auto const& entry : value.as_object()) {
        auto const& text = entry.value().as_string();
        arguments.emplace_back(std::string(entry.key()), std::string(text.data(), text.size()));
    }
    return arguments;
}

} // namespace

json::object to_json(Verdict const& verdict)
{
    json::object object {
        {"rule", verdict.code},
        {"severity", name_of(verdict.severity)},
        {"citation", verdict.citation},
        {"numbers", json_of_arguments(verdict.numbers)},
        {"fix", nullptr},
    };
    if (verdict.fix)
        object["fix"] = json::object {{"operation", verdict.fix->operation}, {"input", json_of_arguments(verdict.fix->input)}};
    return object;
}

Verdict verdict_of(json::object const& object)
{
    auto const severity = severity_of(stored_text(object, "severity"));
    if (!severity)
        throw std::runtime_error("a stored verdict has an unknown severity");
    Verdict verdict {stored_text(object, "rule"), *severity, stored_text(object, "citation"), arguments_of(object.at("numbers")), {}};
    if (auto const* fix = object.at("fix").if_object())
        verdict.fix = Fix {stored_text(*fix, "operation"), arguments_of(fix->at("input"))};
    return verdict;
}

json::object to_json(Answer const& answer)
{
    json::array verdicts;
    for (auto const& verdict : answer.verdicts)
        verdicts.push_back(to_json(verdict));
    return {
        {"id", answer.id},
        {"href", answer.href},
        {"message", answer.message},
        {"arguments", json_of_arguments(answer.arguments)},
        {"data", answer.data},
        {"verdicts", std::move(verdicts)},
    };
}

Answer answer_of(json::object const& object)
{
    Answer answer {stored_text(object, "id"), stored_text(object, "href"), stored_text(object, "message"), arguments_of(object.at("arguments")), {}, {}};
    answer.data = object.at("data").as_object();
    for (auto const& verdict : object.at("verdicts").as_array())
        answer.verdicts.push_back(verdict_of(verdict.as_object()));
    return answer;
}

} // namespace rtkeren::operations
