#include "app/commands.hpp"
#include "base/text.hpp"
#include "identifiers/inspection.hpp"
#include "identifiers/qris.hpp"
#include "language/language.hpp"

#include <boost/json/serialize.hpp>

#include <iostream>

namespace rtkeren::app {

namespace {

std::string_view severity_word(identifiers::Level level)
{
    switch (level) {
    case identifiers::Level::Error:
        return "ERROR";
    case identifiers::Level::Warn:
        return "WARN";
    case identifiers::Level::Info:
        return "INFO";
    }
    return {};
}

boost::json::object json_of(identifiers::Inspection const& inspection)
{
    boost::json::object parts;
    for (auto const& [name, value] : inspection.parts)
        parts[name] = value;
    boost::json::array verdicts;
    for (auto const& finding : inspection.findings)
        verdicts.push_back({{"severity", severity_word(finding.level)}, {"code", finding.code}, {"text", language::word(finding.code, finding.arguments)}});
    return {{"kind", inspection.kind}, {"value", inspection.value}, {"ok", inspection.ok}, {"parts", parts}, {"verdicts", verdicts}};
}

void print(identifiers::Inspection const& inspection)
{
    std::cout << inspection.kind << ' ' << inspection.value << ": " << (inspection.ok ? "ok" : "salah") << '\n';
    for (auto const& [name, value] : inspection.parts)
        std::cout << "  " << name << ": " << value << '\n';
    for (auto const& finding : inspection.findings)
        std::cout << "  " << severity_word(finding.level) << ' ' << finding.code << ": " << language::word(finding.code, finding.arguments) << '\n';
}

Result<int> inspect(CommandLine const& line, std::string const& kind, std::string const& value)
{
    auto const env = system_env();
    auto inspection = TRY(identifiers::inspect(kind, value, env->now().date_in(Zone::Wib)));
    if (line.json)
        std::cout << boost::json::serialize(json_of(inspection)) << '\n';
    else
        print(inspection);
    return inspection.ok ? 0 : 2;
}

Result<int> qris_amount(std::string const& payload, std::string const& amount, std::string const& bill)
{
    auto rupiah = TRY(parse_rupiah(amount));
    auto text = TRY(identifiers::qris_with_amount(payload, rupiah, bill.empty() ? std::nullopt : std::optional<std::string_view>(bill)));
    std::cout << text << '\n';
    return 0;
}

Result<int> in_words(std::string const& number)
{
    auto const value = parse_integer(number);
    if (!value)
        return Error::field("n", "integer.format", number);
    std::cout << terbilang(*value) << '\n';
    return 0;
}

} // namespace

void add_text_commands(CommandLine& line)
{
    auto* inspect_command = line.cli.add_subcommand("inspect", "parts and verdicts of a number: nik, npwp, nib, pirt, bpom, halal, merek, kbli, gtin, qris, phone, account, label");
    auto kind = std::make_shared<std::string>();
    auto value = std::make_shared<std::string>();
    inspect_command->add_option("kind", *kind)->required();
    inspect_command->add_option("value", *value)->required();
    inspect_command->callback([&line, kind, value] { line.chosen = [&line, kind, value] { return inspect(line, *kind, *value); }; });

    auto* qris = line.cli.add_subcommand("qris", "QRIS payloads")->require_subcommand(1);
    auto* amount = qris->add_subcommand("amount", "a static payload with an amount, as a dynamic one");
    auto payload = std::make_shared<std::string>();
    auto rupiah = std::make_shared<std::string>();
    auto bill = std::make_shared<std::string>();
    amount->add_option("payload", *payload)->required();
    amount->add_option("rupiah", *rupiah)->required();
    amount->add_option("--bill", *bill, "bill number, when the payload has none");
    amount->callback([&line, payload, rupiah, bill] { line.chosen = [payload, rupiah, bill] { return qris_amount(*payload, *rupiah, *bill); }; });

    auto* words = line.cli.add_subcommand("terbilang", "a number in words");
    auto number = std::make_shared<std::string>();
    words->add_option("n", *number)->required();
    words->callback([&line, number] { line.chosen = [number] { return in_words(*number); }; });
}

} // namespace rtkeren::app
