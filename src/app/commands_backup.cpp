#include "app/backup.hpp"
#include "app/checking.hpp"
#include "app/commands.hpp"
#include "base/text.hpp"

#include <boost/json/serialize.hpp>

#include <fstream>
#include <iostream>
#include <iterator>

namespace rtkeren::app {

namespace {

Result<int> back_up_city(CommandLine const& line, std::filesystem::path const& target)
{
    auto program = TRY(Program::open(line.open));
    auto const report = TRY(back_up(*program, target));
    boost::json::array damaged(report.damaged.begin(), report.damaged.end());
    if (line.json)
        std::cout << boost::json::serialize(boost::json::object {{"files", report.files}, {"bytes", report.bytes}, {"keys", false}, {"damaged", std::move(damaged)}}) << '\n';
    else
        std::cout << "Salinan " << target.string() << ": basis data dan " << report.files << " bukti, " << report.bytes / 1024 << " kB ditulis.\n"
                  << "Berkas kunci (" << program->keys_file().string() << ") TIDAK ikut: simpan terpisah dengan `rtkeren keys copy`.\n";
    for (auto const& name : report.damaged)
        std::cerr << "RUSAK " << name << ": isinya tidak lagi seperti saat disimpan\n";
    return report.damaged.empty() ? 0 : 1;
}

/// Every city of the database, as `rtkeren check` looks at one.
Result<bool> check_all(db::Database& database, bool json)
{
    auto const all = TRY(db::read(database, [](db::ReadTx& tx) { return territory::cities(tx); }));
    bool is_well = true;
    for (auto const& city : all) {
        auto const checked = TRY(check_city(database, city.id));
        if (!json) {
            std::cout << city.name << ":\n";
            print(checked, std::cout);
        }
        is_well = is_well && checked.ok();
    }
    return is_well;
}

Result<int> restore_city(CommandLine const& line, RestoreOptions const& options)
{
    auto const report = TRY(restore(line.open, options));
    auto const config = TRY(Config::read(line.open.data, line.open.flags));
    auto const database = TRY(db::Database::open(database_url(config, line.open.data)));
    auto const is_well = TRY(check_all(*database, line.json));
    if (line.json)
        std::cout << boost::json::serialize(boost::json::object {{"ok", is_well}, {"files", report.files}, {"schema", report.schema}, {"made_at", report.made_at}}) << '\n';
    else
        std::cout << "Salinan dari " << report.made_at << " dipulihkan ke " << line.open.data.string() << ": basis data dan " << report.files << " bukti.\n";
    return is_well ? 0 : 1;
}

Result<int> copy_keys(CommandLine const& line, std::filesystem::path const& target)
{
    auto const config = TRY(Config::read(line.open.data, line.open.flags));
    auto const keys = TRY(secrets::Keys::open(keys_file_of(config, line.open.data)));
    TRY(keys.save(target));
    std::cout << "Kunci " << keys.fingerprint() << " disalin ke " << target.string() << ". Simpan jauh dari salinan data.\n";
    return 0;
}

/// Typed from the printed sheet, when the file is lost.
Result<int> recover_keys(CommandLine const& line, std::string const& sheet)
{
    std::ifstream in(sheet, std::ios::binary);
    if (!in)
        return Error::field("sheet", "file.unreadable", sheet);
    auto const keys = TRY(secrets::Keys::recover(std::string(std::istreambuf_iterator<char>(in), {})));
    auto const config = TRY(Config::read(line.open.data, line.open.flags));
    auto const target = keys_file_of(config, line.open.data);
    TRY(keys.save(target));
    std::cout << "Kunci " << keys.fingerprint() << " ditulis ke " << target.string() << ".\n";
    return 0;
}

} // namespace

void add_backup_commands(CommandLine& line)
{
    auto* backup_command = line.cli.add_subcommand("backup", "a copy of database and evidence while people work; never of the keys");
    auto target = std::make_shared<std::filesystem::path>();
    backup_command->add_option("target", *target, "a new file (all in one), or a folder (database and only new evidence)")->required();
    backup_command->callback([&line, target] { line.chosen = [&line, target] { return back_up_city(line, *target); }; });

    auto* restore_command = line.cli.add_subcommand("restore", "a copy into an empty data folder, then `check`");
    auto options = std::make_shared<RestoreOptions>();
    restore_command->add_option("from", options->from, "file or folder of `backup`")->required();
    restore_command->add_option("--keys", options->keys, "the copy of the keys, when they are not in the data folder yet");
    restore_command->callback([&line, options] { line.chosen = [&line, options] { return restore_city(line, *options); }; });

    auto* keys_command = line.cli.add_subcommand("keys", "the file that opens personal numbers; kept apart from the copies");
    keys_command->require_subcommand(1);
    auto* copy = keys_command->add_subcommand("copy", "the keys into a new file, mode 0600");
    copy->add_option("target", *target)->required();
    copy->callback([&line, target] { line.chosen = [&line, target] { return copy_keys(line, *target); }; });
    auto* recover = keys_command->add_subcommand("recover", "the file of the keys from a typed recovery sheet");
    auto sheet = std::make_shared<std::string>();
    recover->add_option("sheet", *sheet, "text file with the lines of the sheet")->required();
    recover->callback([&line, sheet] { line.chosen = [&line, sheet] { return recover_keys(line, *sheet); }; });
}

} // namespace rtkeren::app
