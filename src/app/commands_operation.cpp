#include "app/commands.hpp"
#include "app/rooms.hpp"
#include "identity/identity.hpp"
#include "language/language.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <fstream>
#include <iostream>
#include <iterator>

namespace rtkeren::app {

namespace {

Result<std::string> read_all(std::string const& path)
{
    if (path == "-")
        return std::string(std::istreambuf_iterator<char>(std::cin), {});
    std::ifstream in(path, std::ios::binary);
    if (!in)
        return Error::field("json", "file.unreadable", path);
    return std::string(std::istreambuf_iterator<char>(in), {});
}

Result<boost::json::object> read_input(std::string const& path)
{
    auto text = TRY(read_all(path));
    boost::system::error_code failed;
    auto value = boost::json::parse(text, failed);
    if (failed || !value.is_object())
        return Error::field("json", "json.syntax", failed ? failed.message() : "not an object");
    return value.get_object();
}

Result<int> do_operation(CommandLine const& line, std::string const& name, std::string const& login, std::string const& path)
{
    auto const* operation = TRY(operation_named(registry(), name));
    auto input = TRY(read_input(path));
    auto program = TRY(Program::open(line.open));
    auto& services = program->services();
    if (!input.contains("id"))
        input["id"] = services.env.ulid().str();
    auto actor = TRY(db::read(services.db, [&](db::ReadTx& tx) { return identity::actor_of_login(tx, services.city, login, services.today()); }));
    auto answer = TRY(operations::run(services, actor, *operation, input));
    if (line.json)
        std::cout << boost::json::serialize(operations::to_json(answer)) << '\n';
    else
        std::cout << language::word(answer.message, answer.arguments) << '\n' << answer.href << '\n';
    return 0;
}

} // namespace

void add_operation_commands(CommandLine& line)
{
    auto* command = line.cli.add_subcommand("do", "any operation of the program, as its person");
    auto name = std::make_shared<std::string>();
    auto login = std::make_shared<std::string>();
    auto path = std::make_shared<std::string>("-");
    command->add_option("operation", *name, "room.operation, for example spending.record_expense")->required();
    command->add_option("--as", *login, "sign-in name of the person who does it")->required();
    command->add_option("--json", *path, "file with the input; - is standard input")->capture_default_str();
    command->callback([&line, name, login, path] { line.chosen = [&line, name, login, path] { return do_operation(line, *name, *login, *path); }; });
}

} // namespace rtkeren::app
