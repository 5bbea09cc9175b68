#include "app/commands.hpp"
#include "app/rooms.hpp"
#include "identity/identity.hpp"
#include "language/language.hpp"

#include <boost/json/serialize.hpp>

#include <iostream>

/// `user add|role|disable|enable|reset|token`: short ways to the operations of identity, for the person of --as and with the same checks.
namespace rtkeren::app {

namespace {

struct UserOptions {
    std::string as, login, name, phone, nik, nip, place, role, decree, from, until, reason, label;
    bool acting {false}, shared_phone {false};
};
using Shared = std::shared_ptr<UserOptions>;

/// The program with the person who works at the command line.
struct Desk {
    std::unique_ptr<Program> program;
    Actor actor;
    [[nodiscard]] Services& services() const { return program->services(); }
};

Result<Actor> actor_named(Services& services, std::string const& login)
{
    return db::read(services.db, [&](db::ReadTx& tx) { return identity::actor_of_login(tx, services.city, login, services.today()); });
}

Result<Desk> open_desk(CommandLine const& line, std::string const& as)
{
    Desk desk {TRY(Program::open(line.open)), {}};
    desk.actor = TRY(actor_named(desk.services(), as));
    return desk;
}

Result<operations::Answer> perform(Desk const& desk, std::string_view operation, boost::json::object input)
{
    auto const* found = registry().find(operation);
    CHECK(found != nullptr);
    input["id"] = desk.services().env.ulid().text();
    return operations::run(desk.services(), desk.actor, *found, input);
}

/// Empty options are left out: they were not given.
boost::json::value given(std::string const& text) { return text.empty() ? boost::json::value(nullptr) : boost::json::value(text); }

int print_answer(CommandLine const& line, operations::Answer const& answer)
{
    if (line.json)
        std::cout << boost::json::serialize(operations::to_json(answer)) << '\n';
    else
        std::cout << language::word(answer.message, answer.arguments) << '\n';
    return 0;
}

Result<int> print_slip(CommandLine const& line, Desk const& desk, std::string_view user)
{
    auto const answer = TRY(perform(desk, "identity.make_slips", {{"users", boost::json::array {boost::json::string(user)}}}));
    auto const id = TRY(Ulid::parse(std::string_view(answer.data.at("slips").as_array().at(0).as_string())));
    auto const slips = TRY(identity::printed_slips(desk.services(), desk.actor, {id}));
    auto const& slip = slips.front();
    if (line.json)
        std::cout << boost::json::serialize(boost::json::object {{"login", slip.login}, {"code", slip.code}, {"expires_at", slip.expires_at.iso()}}) << '\n';
    else
        std::cout << slip.name << " masuk dengan nama " << slip.login << " dan kode sekali pakai " << slip.code << " (berlaku tujuh hari).\n";
    return 0;
}

Result<identity::KnownUser> known_user(Desk const& desk, std::string const& login)
{
    auto& services = desk.services();
    return db::read(services.db, [&](db::ReadTx& tx) { return identity::known_user(tx, services.city, login); });
}

Result<int> add_person_and_account(CommandLine const& line, UserOptions const& options)
{
    auto const desk = TRY(open_desk(line, options.as));
    auto const answer = TRY(perform(desk, "identity.create_user",
        {{"name", given(options.name)}, {"phone", given(options.phone)}, {"nik", given(options.nik)}, {"nip", given(options.nip)},
            {"place", given(options.place)}, {"login", given(options.login)}, {"shared", options.shared_phone}}));
    return print_slip(line, desk, answer.id);
}

Result<int> give_role(CommandLine const& line, UserOptions const& options)
{
    auto const desk = TRY(open_desk(line, options.as));
    auto const user = TRY(known_user(desk, options.login));
    auto const from = options.from.empty() ? desk.services().today().iso() : options.from;
    auto const answer = TRY(perform(desk, "identity.grant",
        {{"person", user.person.text()}, {"role", given(options.role)}, {"place", given(options.place)}, {"decree", given(options.decree)}, {"from", from},
            {"until", given(options.until)}, {"acting", options.acting}}));
    return print_answer(line, answer);
}

Result<int> close_account(CommandLine const& line, UserOptions const& options)
{
    auto const desk = TRY(open_desk(line, options.as));
    auto const user = TRY(known_user(desk, options.login));
    auto const answer = TRY(perform(desk, "identity.disable", {{"user", user.user.text()}, {"reason", given(options.reason)}}));
    return print_answer(line, answer);
}

Result<int> open_account(CommandLine const& line, UserOptions const& options)
{
    auto const desk = TRY(open_desk(line, options.as));
    auto const user = TRY(known_user(desk, options.login));
    auto const answer = TRY(perform(desk, "identity.enable", {{"user", user.user.text()}}));
    return print_answer(line, answer);
}

Result<int> reset_account(CommandLine const& line, UserOptions const& options)
{
    auto const desk = TRY(open_desk(line, options.as));
    auto const user = TRY(known_user(desk, options.login));
    return print_slip(line, desk, user.user.text());
}

Result<int> make_token(CommandLine const& line, UserOptions const& options)
{
    auto const desk = TRY(open_desk(line, options.as));
    auto const token = TRY(identity::add_bearer(desk.services(), desk.actor, options.label));
    if (line.json)
        std::cout << boost::json::serialize(boost::json::object {{"token", token}, {"label", options.label}}) << '\n';
    else
        std::cout << token << '\n';
    return 0;
}

CLI::App* add_verb(CommandLine& line, CLI::App& user, std::string const& verb, std::string const& text, Shared const& options,
    Result<int> (*work)(CommandLine const&, UserOptions const&))
{
    auto* command = user.add_subcommand(verb, text);
    command->add_option("--as", options->as, "sign-in name of the person who does it")->required();
    command->callback([&line, options, work] { line.chosen = [&line, options, work] { return work(line, *options); }; });
    return command;
}

void add_target(CLI::App& command, UserOptions& options) { command.add_option("login", options.login, "sign-in name of the account")->required(); }

} // namespace

void add_user_commands(CommandLine& line)
{
    auto* user = line.cli.add_subcommand("user", "people, their accounts and offices");
    user->require_subcommand(1);
    auto const options = std::make_shared<UserOptions>();

    auto* add = add_verb(line, *user, "add", "a person with an account; prints its one-time code", options, add_person_and_account);
    add->add_option("--name", options->name, "full name")->required();
    add->add_option("--place", options->place, "code of the place, for example 35.72.03.1002")->required();
    add->add_option("--phone", options->phone, "mobile number, also good for signing in");
    add->add_flag("--shared-phone", options->shared_phone, "one telephone for a family: signs in by name where the number signs somebody else in");
    add->add_option("--nik", options->nik, "NIK; only where it is needed");
    add->add_option("--nip", options->nip, "NIP of a civil servant");
    add->add_option("--login", options->login, "sign-in name; made of the name when left out");

    auto* role = add_verb(line, *user, "role", "an office for a person", options, give_role);
    add_target(*role, *options);
    role->add_option("--role", options->role, "key of the role, for example ketua_rt")->required();
    role->add_option("--place", options->place, "where it holds, for example 35.72.03.1002.003.002")->required();
    role->add_option("--decree", options->decree, "number of the decree or letter")->required();
    role->add_option("--from", options->from, "first day; today when left out");
    role->add_option("--until", options->until, "last day");
    role->add_flag("--acting", options->acting, "for an absent holder, or delegated; needs --until");

    auto* disable = add_verb(line, *user, "disable", "close an account", options, close_account);
    add_target(*disable, *options);
    disable->add_option("--reason", options->reason, "why")->required();
    add_target(*add_verb(line, *user, "enable", "open a closed account again", options, open_account), *options);
    add_target(*add_verb(line, *user, "reset", "a new one-time code; the old password ends when it is used", options, reset_account), *options);
    auto* token = add_verb(line, *user, "token", "a token for one's own scripts, printed once", options, make_token);
    token->add_option("--label", options->label, "what it is for")->required();
}

} // namespace rtkeren::app
