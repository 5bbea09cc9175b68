#include "db/postgres_copy.hpp"

#include <cerrno>
#include <cstring>
#include <libpq-fe.h>
#include <map>
#include <memory>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace rtkeren::db {
namespace {

/// Where the server is and who we are, as libpq's own variables: arguments would show a password in the list of processes.
Result<std::map<std::string, std::string>> variables_of(std::string const& url)
{
    using Options = std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)>;
    Options const options(PQconninfoParse(url.c_str(), nullptr), &PQconninfoFree);
    if (!options)
        return Error::unavailable("environment.database_url", "postgresql"); // never the text: it may hold a password
    std::map<std::string, std::string> variables;
    for (auto const* option = options.get(); option->keyword != nullptr; ++option)
        if (option->val != nullptr && option->envvar != nullptr)
            variables[option->envvar] = option->val;
    return variables;
}

std::vector<std::string> environment_with(std::map<std::string, std::string> const& variables)
{
    std::vector<std::string> all;
    for (auto** entry = environ; *entry != nullptr; ++entry) {
        std::string_view const text(*entry);
        if (!variables.contains(std::string(text.substr(0, text.find('=')))))
            all.emplace_back(text);
    }
    for (auto const& [name, value] : variables)
        all.push_back(name + "=" + value);
    return all;
}

std::vector<char*> pointers_to(std::vector<std::string>& texts)
{
    std::vector<char*> pointers;
    for (auto& text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

/// What the tool says goes to our standard error.
Result<void> run_tool(std::map<std::string, std::string> const& variables, std::vector<std::string> arguments)
{
    auto const tool = arguments.front();
    auto environment = environment_with(variables);
    auto const argv = pointers_to(arguments);
    auto const envp = pointers_to(environment);
    pid_t child = 0;
    if (auto const failed = ::posix_spawnp(&child, tool.c_str(), nullptr, nullptr, argv.data(), envp.data()); failed != 0)
        return Error::unavailable("environment.postgres_tool", tool + ": " + std::strerror(failed));
    int status = 0;
    while (::waitpid(child, &status, 0) < 0) {
        if (errno != EINTR)
            return Error::unavailable("environment.postgres_tool", tool + ": " + std::strerror(errno));
    }
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return Error::unavailable("environment.postgres_tool", tool + " ended with " + std::to_string(WIFEXITED(status) ? WEXITSTATUS(status) : 128));
    return Done {};
}

} // namespace

Result<void> dump_postgres(std::string const& url, std::string const& path)
{
    auto const variables = TRY(variables_of(url));
    return run_tool(variables, {"pg_dump", "--format=custom", "--no-owner", "--no-privileges", "--file", path});
}

Result<void> restore_postgres(std::string const& url, std::string const& path)
{
    auto const variables = TRY(variables_of(url));
    auto const name = variables.find("PGDATABASE");
    if (name == variables.end())
        return Error::unavailable("environment.database_url", "names no database");
    return run_tool(variables, {"pg_restore", "--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", "--dbname", name->second, path});
}

} // namespace rtkeren::db
