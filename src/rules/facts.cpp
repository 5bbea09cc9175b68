#include "rules/checks.hpp"

#include <memory>

namespace rtkeren::rules {

namespace {

/// Filled before threads run, read by all of them afterwards.
std::map<std::string, Fact, std::less<>>& published_facts()
{
    static std::map<std::string, Fact, std::less<>> facts;
    return facts;
}

} // namespace

void register_facts(std::vector<Fact> facts)
{
    for (auto& fact : facts) {
        auto name = fact.name;
        auto const inserted = published_facts().emplace(std::move(name), std::move(fact)).second;
        CHECK(inserted);
    }
}

Fact const* find_fact(std::string_view name)
{
    auto const found = published_facts().find(name);
    return found == published_facts().end() ? nullptr : &found->second;
}

Result<std::vector<GateAnswer>> judge_gates(db::ReadTx& tx, CityId city, Tranche const& tranche, std::string const& purse)
{
    std::vector<GateAnswer> answers;
    for (auto const& gate : tranche.gates) {
        auto const* fact = find_fact(gate.fact);
        if (fact == nullptr)
            return Error::internal("rules.unknown_fact", gate.fact);
        auto answer = TRY(fact->read(tx, city, purse, tranche.number));
        auto const passed = answer.known && answer.value >= gate.minimum;
        answers.push_back({gate, passed, std::move(answer)});
    }
    return answers;
}

std::vector<Verdict> verdicts_of(std::vector<GateAnswer> const& answers)
{
    std::vector<Verdict> verdicts;
    for (auto const& answer : answers)
        if (!answer.passed) {
            auto verdict = verdict_of("rules.gate", answer.gate.basis,
                {{"fact", answer.gate.fact}, {"label", answer.gate.label}, {"value", std::to_string(answer.fact.value)},
                    {"minimum", std::to_string(answer.gate.minimum)}});
            verdict.numbers.insert(verdict.numbers.end(), answer.fact.numbers.begin(), answer.fact.numbers.end());
            verdicts.push_back(std::move(verdict));
        }
    return verdicts;
}

} // namespace rtkeren::rules
