#include "documents/workbook.hpp"
#include "identity/import_rows.hpp"
#include "identity/pages.hpp"
#include "identity/room.hpp"
#include "identity/slip_pages.hpp"
#include "language/language.hpp"
#include "tables/render.hpp"

#include <array>

namespace rtkeren::identity {

namespace {

constexpr std::uint64_t import_body_limit = 5'000'000;
constexpr std::array columns {
    std::string_view("name"), std::string_view("phone"), std::string_view("role"), std::string_view("place"), std::string_view("decree"), std::string_view("nip")};

std::vector<documents::Wanted> wanted_columns()
{
    return {{"name", {"nama", "nama lengkap"}, true}, {"phone", {"telepon", "nomor telepon", "no telepon", "no hp", "hp", "telp", "wa"}, false},
        {"role", {"jabatan"}, true}, {"place", {"tempat", "wilayah", "rt rw", "kode"}, true},
        {"decree", {"nomor sk", "no sk", "sk", "surat", "nomor surat"}, true}, {"nip", {"nip", "nomor induk pegawai"}, false}};
}

using TypedRows = std::vector<std::array<std::string, columns.size()>>;

Result<TypedRows> typed_rows(http::Request const& request)
{
    auto const* sheet = request.upload("sheet");
    auto const text = request.form_value("text");
    if ((sheet == nullptr || sheet->size == 0) && trim(text).empty())
        return Error::field("sheet", "import.nothing");
    auto workbook = sheet != nullptr && sheet->size > 0 ? documents::read_workbook(sheet->path) : documents::read_workbook_bytes(text);
    auto const read = TRY(std::move(workbook));
    auto table = TRY(documents::find_table(read, wanted_columns()));
    TypedRows rows;
    for (auto const& line : table.lines) {
        auto& row = rows.emplace_back();
        for (std::size_t i = 0; i < columns.size(); ++i)
            row[i] = trim(line.cells[i].text);
    }
    return rows;
}

std::string quoted(std::string const& cell)
{
    if (cell.find_first_of(",\"\n") == std::string::npos)
        return cell;
    std::string text = "\"";
    for (char const character : cell)
        text += character == '"' ? std::string("\"\"") : std::string(1, character);
    return text + "\"";
}

/// What stands in the text field after a file was read, so that it can be put right there and sent again.
std::string text_of_rows(TypedRows const& rows)
{
    std::string text = "nama,telepon,jabatan,tempat,nomor sk,nip\n";
    for (auto const& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i)
            text += (i == 0 ? "" : ",") + quoted(row[i]);
        text += '\n';
    }
    return text;
}

boost::json::object import_input(http::Request const& request, TypedRows const& rows)
{
    boost::json::array items;
    for (auto const& row : rows) {
        boost::json::object item;
        for (std::size_t i = 0; i < columns.size(); ++i)
            item[columns[i]] = row[i].empty() ? boost::json::value(nullptr) : boost::json::value(row[i]);
        items.push_back(std::move(item));
    }
    return {{"id", request.form_value("id")}, {"from", request.form_value("from")}, {"rows", std::move(items)}};
}

/// The dry run: the same checks as the operation's, and nothing is written.
Result<void> check_import(Services& services, Actor const& actor, boost::json::object const& input)
{
    auto const parsed = TRY(operations::parse<ImportUsers>(input));
    operations::Context context {services, actor, services.city, services.now(), services.today(), parsed.id, {}, 0, services.env.ulid()};
    return db::read(services.db, [&](db::ReadTx& tx) -> Result<void> {
        TRY(prepare_rows(tx, context, parsed));
        return Done {};
    });
}

std::vector<ImportLine> lines_of(TypedRows const& rows, Error const* error)
{
    std::vector<ImportLine> lines;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        ImportLine line {std::to_string(i + 1), rows[i][0], rows[i][1], rows[i][2] + ", " + rows[i][3], tr("dicatat"), "ok"};
        auto const prefix = "rows." + std::to_string(i) + ".";
        std::string wrong;
        if (error != nullptr)
            for (auto const& field : error->fields)
                if (field.name.starts_with(prefix))
                    wrong += (wrong.empty() ? "" : " ") + language::word(field);
        if (!wrong.empty()) {
            line.fate = wrong;
            line.tone = "no";
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

ImportPage import_page(Services& services, http::Exchange const& exchange, html::FormState form)
{
    return {screens::frame(services, exchange, tr("Banyak orang sekaligus"), {{"/pengguna", tr("Pengguna")}, {"", tr("Banyak sekaligus")}}), std::move(form)};
}

Result<http::Response> show_import(Services& services, http::Exchange& exchange)
{
    auto form = screens::fresh_form(services);
    form.set("from", services.today().iso());
    form.set("text", "nama,telepon,jabatan,tempat,nomor sk,nip\n");
    auto page = import_page(services, exchange, std::move(form));
    page.frame.help = tr("Jabatan ditulis seperti “Ketua RT”, tempat seperti “RT 02 RW 03” atau kodenya. Baris yang salah ditunjukkan; tidak ada yang "
                         "tersimpan sebelum semuanya benar. Lurah, sekretaris, PPTK, bendahara dan kantor kota memerlukan NIP.");
    return screens::show(page);
}

html::FormState typed_form(http::Request const& request)
{
    html::FormState form;
    for (auto const* name : {"id", "from", "text"})
        form.set(name, request.form_value(name));
    return form;
}

Result<http::Response> refused_import(Services& services, http::Exchange const& exchange, html::FormState form, TypedRows const& rows, Error const& error)
{
    if (error.kind == ErrorKind::Internal || exchange.request.wants_json)
        return error;
    auto again = html::refused_form({}, error);
    std::erase_if(again.errors, [](auto const& entry) { return entry.first.starts_with("rows."); });
    form.errors = std::move(again.errors);
    form.summary = rows.empty() ? language::word(error) : tr("Ada baris yang perlu dibetulkan. Belum ada yang disimpan.");
    auto page = import_page(services, exchange, std::move(form));
    page.lines = lines_of(rows, &error);
    return screens::show(page, http_status_of(error.kind));
}

Result<http::Response> save_import(
    Services& services, http::Exchange const& exchange, boost::json::object const& input, html::FormState form, TypedRows const& rows)
{
    auto const* operation = screens::registry().find("identity.import_users");
    CHECK(operation != nullptr);
    auto answer = operations::run(services, exchange.actor(), *operation, input);
    if (!answer.ok())
        return refused_import(services, exchange, std::move(form), rows, answer.error());
    return slips_page(services, exchange, *answer, "/pengguna");
}

Result<http::Response> post_import(Services& services, http::Exchange& exchange)
{
    auto form = typed_form(exchange.request);
    auto const rows = typed_rows(exchange.request);
    if (!rows.ok())
        return refused_import(services, exchange, std::move(form), {}, rows.error());
    form.set("text", text_of_rows(*rows));
    auto const input = import_input(exchange.request, *rows);
    if (exchange.request.form_value("_do") == "simpan")
        return save_import(services, exchange, input, std::move(form), *rows);
    auto const checked = check_import(services, exchange.actor(), input);
    if (!checked.ok())
        return refused_import(services, exchange, std::move(form), *rows, checked.error());
    auto page = import_page(services, exchange, std::move(form));
    page.lines = lines_of(*rows, nullptr);
    page.ready = true;
    return screens::show(page);
}

Result<http::Response> example_file(Services& services, http::Exchange&)
{
    auto file = TRY(tables::render(sheets::template_of(*imports().front()), tables::Format::Xlsx, services.city_name));
    return http::Response::download(std::move(file.bytes), std::move(file.content_type), std::move(file.filename));
}

} // namespace

std::vector<http::Route> import_routes(Services& services)
{
    using http::Method;
    return {{Method::Get, "/pengguna/impor", "identity.users", screens::page(services, show_import), "Form for many people at once"},
        {Method::Post, "/pengguna/impor", "identity.users", screens::page(services, post_import), "Check or record many people and print their slips",
            import_body_limit},
        {Method::Get, "/pengguna/impor/contoh", "identity.users", screens::page(services, example_file), "Template of the list of people"}};
}

} // namespace rtkeren::identity
