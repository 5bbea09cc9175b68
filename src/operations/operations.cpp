#include "operations/operations.hpp"

#include "base/check.hpp"

#include <algorithm>

namespace rtkeren::operations {
namespace {

bool is_before(Operation const& operation, std::string_view name)
{
    return operation.name < name;
}

} // namespace

void check_shape(Operation const& operation)
{
    auto const dot = operation.name.find('.');
    CHECK(dot != std::string::npos && dot > 0 && dot + 1 < operation.name.size());
    CHECK(!operation.summary.empty());
    auto const is_id = [](FieldInfo const& field) { return field.name == "id" && field.type == FieldType::Id && field.required; };
    CHECK(std::any_of(operation.fields.begin(), operation.fields.end(), is_id));
}

void Registry::add(std::vector<Operation> operations)
{
    for (auto& operation : operations) {
        auto const at = std::lower_bound(m_operations.begin(), m_operations.end(), operation.name, is_before);
        CHECK(at == m_operations.end() || at->name != operation.name);
        m_operations.insert(at, std::move(operation));
    }
}

Operation const* Registry::find(std::string_view name) const
{
    auto const at = std::lower_bound(m_operations.begin(), m_operations.end(), name, is_before);
    return at != m_operations.end() && at->name == name ? &*at : nullptr;
}

} // namespace rtkeren::operations
