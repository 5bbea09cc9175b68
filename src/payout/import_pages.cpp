#include "documents/workbook.hpp"
#include "language/language.hpp"
#include "payout/imports.hpp"
#include "payout/page_parts.hpp"

#include <algorithm>

namespace rtkeren::payout {

namespace {

constexpr std::uint64_t import_room = 8'000'000;

/// One kind of list: its columns in the order of the operation's row.
struct ListKind {
    std::string_view path, operation, permission, title, lead, example;
    std::vector<documents::Wanted> (*wanted)();
    bool is_sp2d;
};

std::vector<documents::Wanted> pokmas_columns()
{
    return { { "name", { "nama pokmas", "pokmas", "nama" }, true }, { "rws", { "rw", "kode rw", "wilayah" }, true },
        { "address", { "alamat", "sekretariat" }, false }, { "bank", { "bank" }, false },
        { "account_number", { "nomor rekening", "no rekening", "rekening" }, false },
        { "account_holder", { "atas nama", "nama pemilik rekening", "pemilik" }, false }, { "decree", { "nomor sk", "no sk", "sk" }, false },
        { "decree_on", { "tanggal sk", "tgl sk" }, false }, { "decree_until", { "berlaku sampai", "sampai" }, false } };
}
std::vector<documents::Wanted> sp2d_columns()
{
    return { { "number", { "nomor sp2d", "no sp2d", "sp2d" }, true }, { "date", { "tanggal sp2d", "tanggal", "tgl" }, true },
        { "amount", { "jumlah", "nilai", "nominal" }, true }, { "pokmas", { "pokmas", "nama pokmas", "penerima" }, true } };
}

constexpr ListKind list_kinds[] {
    { "/pokmas/impor", "payout.import_pokmas", "payout.manage", TR_NOOP("Impor daftar pokmas"),
        TR_NOOP("Setiap pokmas masuk dengan SK dan rekeningnya; rekening tetap diperiksa bendahara kelurahan sebelum uang dikirim."),
        "nama pokmas,rw,alamat,bank,nomor rekening,atas nama,nomor sk,tanggal sk,berlaku sampai\nPokmas Mekar Sari,35.72.03.1002.001,Jalan Melati 4,Bank "
        "Jatim,0011223344,Pokmas Mekar Sari,188/12/2023,16 Januari 2023,31 Desember 2025\nPokmas Anggrek,35.72.03.1002.002,Jalan Anggrek 2,Bank "
        "Jatim,0011223355,Pokmas Anggrek,188/13/2023,16 Januari 2023,31 Desember 2025\n",
        pokmas_columns, false },
    { "/pencairan/impor", "payout.import_sp2d", "payout.sp2d", TR_NOOP("Impor daftar SP2D"),
        TR_NOOP("Setiap baris dicocokkan dengan satu pencairan yang menunggu SP2D: pokmas dan jumlahnya harus sama."),
        "nomor sp2d,tanggal,jumlah,pokmas\n01234/SP2D/LS/2023,3 Juli 2023,75000000,Pokmas Mekar Sari\n01235/SP2D/LS/2023,3 Juli 2023,50000000,Pokmas Anggrek\n",
        sp2d_columns, true },
};

Result<documents::SheetTable> typed_table(ListKind const& kind, http::Request const& request)
{
    auto const* sheet = request.upload("sheet");
    auto workbook
        = TRY(sheet != nullptr && sheet->size > 0 ? documents::read_workbook(sheet->path) : documents::read_workbook_bytes(request.form_value("text")));
    return documents::find_table(workbook, kind.wanted());
}

std::string quoted(std::string const& cell)
{
    if (cell.find_first_of(",\"\n") == std::string::npos)
        return cell;
    std::string text = "\"";
    for (auto const c : cell)
        text += c == '"' ? std::string("\"\"") : std::string(1, c);
    return text + "\"";
}

/// What stands in the text field after a file was read, so that it can be put right there and sent again.
std::string text_of(ListKind const& kind, documents::SheetTable const& table)
{
    std::string text;
    for (auto const& column : kind.wanted())
        text += (text.empty() ? "" : ",") + column.names.front();
    text += '\n';
    for (auto const& line : table.lines) {
        for (std::size_t i = 0; i < line.cells.size(); ++i)
            text += (i == 0 ? "" : ",") + quoted(line.cells[i].text);
        text += '\n';
    }
    return text;
}

boost::json::object input_of(ListKind const& kind, documents::SheetTable const& table, std::string const& id)
{
    auto const columns = kind.wanted();
    boost::json::array rows;
    for (auto const& line : table.lines) {
        boost::json::object row;
        for (std::size_t i = 0; i < columns.size(); ++i)
            row[columns[i].key] = line.cells[i].empty() ? boost::json::value(nullptr) : boost::json::value(std::string(trim(line.cells[i].text)));
        rows.push_back(std::move(row));
    }
    return { { "id", id }, { "rows", std::move(rows) } };
}

/// Every refused field of the rows, by the same checks as the operation's; nothing is written.
Result<std::vector<RowFate>> judge(Services& services, Actor const& actor, ListKind const& kind, boost::json::object const& input)
{
    operations::Context const context { services, actor, services.city, services.now(), services.today(), {}, {}, 0, services.env.ulid() };
    if (kind.is_sp2d) {
        auto parsed = TRY(operations::parse<ImportSp2d>(input));
        return db::read(services.db, [&](db::ReadTx& tx) { return preview_sp2d(tx, context, parsed.rows); });
    }
    auto parsed = TRY(operations::parse<ImportPokmas>(input));
    return db::read(services.db, [&](db::ReadTx& tx) { return preview_pokmas(tx, context, parsed.rows); });
}

ImportPage import_page(Services& services, http::Exchange const& exchange, ListKind const& kind, html::FormState form)
{
    auto const list = kind.is_sp2d ? html::Crumb { "/pencairan", tr("Pencairan") } : html::Crumb { "/pokmas", tr("Pokmas") };
    ImportPage page;
    page.frame = screens::frame(services, exchange, tr(kind.title), { list, { "", tr("Impor") } });
    page.frame.help = tr("Baris yang salah ditunjukkan; tidak ada yang tersimpan sebelum semuanya benar.");
    page.form = std::move(form);
    page.title = tr(kind.title);
    page.lead = tr(kind.lead);
    page.action = kind.path;
    page.example_href = std::string(kind.path) + "/contoh";
    for (auto const& column : kind.wanted())
        page.columns += (page.columns.empty() ? "" : ", ") + column.names.front();
    return page;
}

void add_lines(ImportPage& page, documents::SheetTable const& table, std::vector<std::pair<std::size_t, std::string>> const& wrong, bool is_sp2d)
{
    for (std::size_t i = 0; i < table.lines.size(); ++i) {
        auto const& cells = table.lines[i].cells;
        ImportLine line { std::to_string(table.lines[i].number), cells[0].text + ", " + cells[is_sp2d ? 3 : 1].text, is_sp2d ? cells[2].text : std::string {},
            tr("masuk"), "ok" };
        std::string why;
        for (auto const& [row, words] : wrong)
            if (row == i)
                why += (why.empty() ? "" : " ") + words;
        if (!why.empty()) {
            line.fate = why;
            line.tone = "no";
        }
        page.lines.push_back(std::move(line));
    }
}

/// "rows.3.amount" -> 3
std::optional<std::size_t> row_of(std::string_view field)
{
    auto const parts = split(field, '.');
    auto const row = parts.size() > 1 && parts[0] == "rows" ? parse_integer(parts[1]) : std::nullopt;
    return row ? std::optional(std::size_t(*row)) : std::nullopt;
}

std::vector<std::pair<std::size_t, std::string>> words_of(Error const& error)
{
    std::vector<std::pair<std::size_t, std::string>> words;
    for (auto const& field : error.fields)
        if (auto const row = row_of(field.name))
            words.emplace_back(*row, language::word(field));
    return words;
}

Result<http::Response> show_import(Services& services, http::Exchange& exchange, ListKind const& kind)
{
    auto form = screens::fresh_form(services);
    form.set("text", std::string(kind.example.substr(0, kind.example.find('\n') + 1)));
    return screens::show(import_page(services, exchange, kind, std::move(form)));
}

Result<http::Response> refused_import(
    Services& services, http::Exchange const& exchange, ListKind const& kind, html::FormState form, documents::SheetTable const& table, Error const& error)
{
    if (error.kind == ErrorKind::Internal || exchange.request.wants_json)
        return error;
    auto const words = words_of(error);
    form.summary = words.empty() ? language::word(error) : tr("Ada baris yang perlu dibetulkan. Belum ada yang disimpan.");
    auto page = import_page(services, exchange, kind, std::move(form));
    add_lines(page, table, words, kind.is_sp2d);
    return screens::show(page, http_status_of(error.kind));
}

Result<http::Response> post_import(Services& services, http::Exchange& exchange, ListKind const& kind)
{
    auto const& request = exchange.request;
    html::FormState form;
    form.set("id", request.form_value("id"));
    form.set("text", request.form_value("text"));
    auto table = typed_table(kind, request);
    if (!table.ok())
        return refused_import(services, exchange, kind, std::move(form), {}, table.error());
    form.set("text", text_of(kind, *table));
    auto const input = input_of(kind, *table, request.form_value("id"));
    if (request.form_value("_do") == "simpan") {
        auto const* operation = screens::registry().find(kind.operation);
        CHECK(operation != nullptr);
        auto answer = operations::run(services, exchange.actor(), *operation, input);
        return answer.ok() ? Result<http::Response>(screens::done(*answer)) : refused_import(services, exchange, kind, std::move(form), *table, answer.error());
    }
    auto fates = judge(services, exchange.actor(), kind, input);
    if (!fates.ok())
        return refused_import(services, exchange, kind, std::move(form), *table, fates.error());
    std::vector<std::pair<std::size_t, std::string>> wrong;
    for (auto const& fate : *fates)
        for (auto const& error : fate.errors)
            wrong.emplace_back(fate.row, language::word(error));
    auto page = import_page(services, exchange, kind, std::move(form));
    page.ready = wrong.empty();
    add_lines(page, *table, wrong, kind.is_sp2d);
    return screens::show(page, wrong.empty() ? 200 : 422);
}

} // namespace

std::vector<http::Route> import_routes(Services& services)
{
    std::vector<http::Route> routes;
    for (auto const& kind : list_kinds) {
        auto const path = std::string(kind.path);
        auto const permission = std::string(kind.permission);
        routes.push_back({ http::Method::Get, path, permission,
            screens::page(services, [&kind](Services& s, http::Exchange& exchange) { return show_import(s, exchange, kind); }), "Form for a list" });
        routes.push_back({ http::Method::Post, path, permission,
            screens::page(services, [&kind](Services& s, http::Exchange& exchange) { return post_import(s, exchange, kind); }), "Check or take in a list",
            import_room });
        routes.push_back({ http::Method::Get, path + "/contoh", permission,
            screens::page(services,
                [&kind](Services&, http::Exchange&) -> Result<http::Response> {
                    return http::Response::download(
                        std::string(kind.example), "text/csv; charset=utf-8", kind.is_sp2d ? "contoh-sp2d.csv" : "contoh-pokmas.csv");
                }),
            "A list with two example rows" });
    }
    return routes;
}

} // namespace rtkeren::payout
