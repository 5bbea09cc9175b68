#include "app/commands.hpp"
#include "app/rooms.hpp"
#include "base/text.hpp"
#include "documents/workbook.hpp"
#include "identity/identity.hpp"
#include "language/language.hpp"
#include "tables/render.hpp"

#include <boost/json/serialize.hpp>

#include <algorithm>
#include <fstream>
#include <iostream>

/// `import WHAT FILE`: a spreadsheet through its operation, for the person of --as and with the same checks as the page; tried first with --dry-run.
namespace rtkeren::app {

namespace {

constexpr std::size_t texts_shown = 3; // of a row, enough to know it by

struct ImportOptions {
    std::string file, as, template_file;
    bool dry_run {false};
    Arguments extras {};
};

Result<int> write_template(CommandLine const& line, sheets::Kind const& kind, std::string const& path)
{
    auto const format = path.ends_with(".csv") ? tables::Format::Csv : tables::Format::Xlsx;
    auto const file = TRY(tables::render(sheets::template_of(kind), format));
    std::ofstream out(path, std::ios::binary);
    out << file.bytes << std::flush;
    if (!out)
        return Error::unavailable("environment.export_unwritable", path);
    if (line.json)
        std::cout << boost::json::serialize(boost::json::object {{"file", path}}) << '\n';
    else
        std::cout << path << '\n';
    return 0;
}

std::string fate_of(sheets::Kind const& kind, sheets::Line const& line, bool is_whole)
{
    if (!line.errors.empty())
        return sheets::why(kind, line);
    if (!line.fate.empty())
        return line.fate;
    return is_whole ? language::word("import.fate_new") : tr("sejauh ini benar");
}

boost::json::object json_of(sheets::Kind const& kind, sheets::Line const& line, bool is_whole)
{
    boost::json::array errors;
    for (auto const& error : line.errors)
        errors.push_back(boost::json::object {{"name", error.name}, {"code", error.code}, {"value", error.value}, {"message", language::word(error)}});
    boost::json::object values;
    for (std::size_t i = 0; i < kind.columns.size(); ++i)
        if (!operations::is_secret_name(kind.columns[i].key))
            values[kind.columns[i].key] = line.texts[i];
    return {{"row", line.number}, {"ok", line.errors.empty()}, {"values", std::move(values)}, {"fate", fate_of(kind, line, is_whole)}, {"errors", std::move(errors)}};
}

void print_line(std::ostream& out, sheets::Kind const& kind, sheets::Line const& line, bool is_whole)
{
    std::string texts;
    for (std::size_t i = 0, shown = 0; i < line.texts.size() && shown < texts_shown; ++i) {
        if (line.texts[i].empty())
            continue;
        texts += (texts.empty() ? "" : "; ") + line.texts[i];
        ++shown;
    }
    if (line.errors.empty())
        out << line.number << ": " << texts << " -> " << fate_of(kind, line, is_whole) << '\n';
    for (auto const& error : line.errors) {
        auto const field = std::string(error.name.substr(error.name.rfind('.') + 1));
        out << line.number << ": " << field << (error.value.empty() ? "" : " = \"" + error.value + "\"") << ": " << language::word(error) << " [" << error.code << "]\n";
    }
}

/// Every row with its fate; on standard error when some are refused.
int print_trial(CommandLine const& line, sheets::Kind const& kind, sheets::Lines const& lines, operations::Answer const& tried)
{
    auto const is_whole = lines.ok();
    auto const bad = std::ranges::count_if(lines.lines, [](sheets::Line const& each) { return !each.errors.empty(); });
    if (line.json) {
        boost::json::array rows;
        for (auto const& each : lines.lines)
            rows.push_back(json_of(kind, each, is_whole));
        std::cout << boost::json::serialize(boost::json::object {{"ok", is_whole}, {"saved", false}, {"rows", std::move(rows)}, {"data", tried.data}}) << '\n';
        return is_whole ? 0 : exit_code_of(ErrorKind::Invalid);
    }
    auto& out = is_whole ? std::cout : std::cerr;
    for (auto const& each : lines.lines)
        print_line(out, kind, each, is_whole);
    if (auto const* notes = tried.data.if_contains("notes"); notes != nullptr && notes->is_array())
        for (auto const& note : notes->get_array())
            out << std::string_view(note.as_string()) << '\n';
    out << tr("{good} baris benar, {bad} baris perlu dibetulkan. Belum ada yang disimpan.",
               {{"good", std::to_string(std::ptrdiff_t(lines.lines.size()) - bad)}, {"bad", std::to_string(bad)}})
        << '\n';
    return is_whole ? 0 : exit_code_of(ErrorKind::Invalid);
}

/// One-time codes of people who came with the list, where it makes any.
Result<void> print_slips(Services& services, Actor const& actor, operations::Answer const& answer)
{
    auto const* made = answer.data.if_contains("slips");
    if (made == nullptr || !made->is_array())
        return Done {};
    std::vector<Ulid> ids;
    for (auto const& each : made->get_array()) {
        auto const id = TRY(Ulid::parse(std::string_view(each.as_string())));
        ids.push_back(id);
    }
    auto const slips = TRY(identity::printed_slips(services, actor, ids));
    for (auto const& slip : slips)
        std::cout << slip.name << ": " << slip.login << ", " << slip.code << '\n';
    return Done {};
}

Result<int> save(CommandLine const& line, Services& services, Actor const& actor, operations::Operation const& operation, sheets::Kind const& kind,
    sheets::Lines& lines, Arguments const& extras)
{
    auto input = sheets::input_of(kind, lines, extras);
    input["id"] = services.env.ulid().text();
    auto const answer = operations::run(services, actor, operation, input);
    if (!answer.ok()) {
        auto left = sheets::place_error(kind, lines, answer.error());
        return left ? Result<int>(std::move(*left)) : Result<int>(print_trial(line, kind, lines, {}));
    }
    if (line.json) {
        std::cout << boost::json::serialize(operations::to_json(*answer)) << '\n';
        return 0;
    }
    std::cout << language::word(answer->message, answer->arguments) << '\n';
    TRY(print_slips(services, actor, *answer));
    return 0;
}

Result<documents::Workbook> workbook_of(std::string const& path)
{
    auto book = documents::read_workbook(path);
    if (!book.ok() && book.error().code == "document.unreadable")
        return Error::field("file", "file.unreadable", path);
    return book;
}

/// What was not said on the command line: today, and this year.
Arguments completed(sheets::Kind const& kind, Arguments extras, Date today)
{
    for (auto const& extra : kind.extras) {
        auto const given = std::ranges::find(extras, extra.key, [](auto const& pair) { return std::string_view(pair.first); });
        CHECK(given != extras.end());
        if (given->second.empty() && extra.today)
            given->second = today.iso();
        if (given->second.empty() && extra.kind == sheets::Extra::Kind::Year)
            given->second = std::to_string(today.year());
    }
    return extras;
}

Result<int> import_file(CommandLine const& line, sheets::Kind const& kind, ImportOptions const& options)
{
    if (!options.template_file.empty())
        return write_template(line, kind, options.template_file);
    if (options.file.empty())
        return Error::field("file", "required");
    if (options.as.empty())
        return Error::field("as", "required");
    auto const book = TRY(workbook_of(options.file));
    auto lines = TRY(sheets::read(kind, book));
    auto program = TRY(Program::open(line.open));
    auto& services = program->services();
    auto const actor = TRY(db::read(services.db, [&](db::ReadTx& tx) { return identity::actor_of_login(tx, services.city, options.as, services.today()); }));
    auto const* operation = registry().find(kind.operation);
    CHECK(operation != nullptr);
    auto const extras = completed(kind, options.extras, services.today());
    if (!options.dry_run && lines.ok())
        return save(line, services, actor, *operation, kind, lines, extras);
    auto const tried = TRY(sheets::attempt(services, actor, *operation, kind, lines, extras));
    return print_trial(line, kind, lines, tried);
}

void add_kind(CommandLine& line, CLI::App& command, sheets::Kind const& kind)
{
    auto* what = command.add_subcommand(std::string(kind.name), "runs " + std::string(kind.operation) + " with the rows of a spreadsheet");
    auto const options = std::make_shared<ImportOptions>();
    what->add_option("file", options->file, "the spreadsheet, .xlsx or .csv");
    what->add_option("--as", options->as, "sign-in name of the person who does it");
    what->add_option("--template", options->template_file, "write the template with two example rows here (.xlsx or .csv) and do nothing else");
    what->add_flag("--dry-run", options->dry_run, "say what would become of each row, change nothing");
    options->extras.reserve(kind.extras.size());
    for (auto const& extra : kind.extras) {
        auto& value = options->extras.emplace_back(std::string(extra.key), "").second;
        auto dashed = std::string(extra.key); // --as-of as everywhere, and the field's own name
        std::ranges::replace(dashed, '_', '-');
        auto const names = "--" + dashed + (dashed == extra.key ? "" : ",--" + std::string(extra.key));
        what->add_option(names, value, std::string(extra.label) + (extra.today ? " (today when left out)" : ""));
    }
    what->callback([&line, &kind, options] { line.chosen = [&line, &kind, options] { return import_file(line, kind, *options); }; });
}

} // namespace

void add_import_commands(CommandLine& line)
{
    auto* command = line.cli.add_subcommand("import", "spreadsheets: all or nothing, tried first with --dry-run")->require_subcommand(1);
    for (auto const* kind : all_imports())
        add_kind(line, *command, *kind);
}

} // namespace rtkeren::app
