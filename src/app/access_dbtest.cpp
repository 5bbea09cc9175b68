#include "app/example_for_tests.hpp"
#include "base/text.hpp"
#include "evidence/evidence.hpp"
#include "identity/room.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

/// Every route and operation for every role: what the router really answers, against the table that people have looked through.
namespace rtkeren::app {

namespace {

constexpr auto table_path = "tests/access/routes.txt";

/// Where a thing lies, seen from the officers of RT 001 RW 001 of the home kelurahan.
enum class Where : std::size_t { Own, Neighbour, Elsewhere };

struct Subject {
    std::string id, more; // `more`: what stands deeper in the path (the line of a plan, the office of a user)
};

/// One thing of each kind in each place, as far as the city has it.
class Subjects {
public:
    explicit Subjects(ExampleTown& town)
    {
        auto const text = text_of_file("tests/access/subjects.sql");
        auto const rows = db::read(town.services.db, [&](db::ReadTx& tx) { return tx.run(db::ReadQuery<1> {"test.subjects", text},
            town.services.city); }).value();
        for (auto const& row : rows) {
            auto const where = where_of(row.text(1));
            if (where)
                m_found.try_emplace({row.text(0), *where}, Subject {row.text(2), row.text(3)});
        }
    }
    Subject const* find(std::string const& kind, Where where) const
    {
        auto const found = m_found.find({kind, where});
        return found == m_found.end() ? nullptr : &found->second;
    }

private:
    static std::optional<Where> where_of(std::string const& place)
    {
        constexpr std::string_view home = "35.72.03.1002";
        if (territory::holds(std::string(home) + ".001", place))
            return Where::Own;
        if (territory::holds(std::string(home) + ".002", place))
            return Where::Neighbour;
        auto const is_below_kelurahan = place.size() > home.size();
        return is_below_kelurahan && !territory::holds(home, place) ? std::optional(Where::Elsewhere) : std::nullopt;
    }
    std::map<std::pair<std::string, Where>, Subject> m_found;
};

/// What a city of one year has not made by itself: holds, findings, bonuses, reports, signed months and purchases without a purse, one for each place.
void make_the_rest(ExampleTown& town)
{
    Subjects const before(town);
    auto const treasury = identity::system_actor(town.services.city, {"reporting.submit", "insight.read", "reporting.progress"});
    for (auto const where : {Where::Own, Where::Neighbour, Where::Elsewhere}) {
        auto const pokmas = before.find("pokmas", where)->id;
        auto const office = std::array {"pokmas_bendahara", "pokmas_bendahara-3572031002002",
            "pokmas_bendahara-3572011001001"}.at(static_cast<std::size_t>(where));
        auto const unit = std::array {"35.72.03.1002.001.001", "35.72.03.1002.002.001", "35.72.01.1001.001.001"}.at(static_cast<std::size_t>(where));
        town.run(town.actor("tapem"), "programme.place_hold",
            {{"scope", "pokmas"}, {"subject", pokmas}, {"kinds", {"hand_over"}}, {"letter", "700/1/2024"}, {"letter_date", "2024-10-14"}, {"signatory",
                "Kepala Bagian"}, {"reason", "Pemeriksaan berjalan"}});
        if (where != Where::Neighbour) // it lies in the same kelurahan
            town.run(town.actor("tapem"), "programme.set_dpa",
                {{"year", 2024}, {"kelurahan", std::string(unit).substr(0, 13)}, {"number", "DPA/P/2024"}, {"date", "2024-10-01"},
                    {"amounts", boost::json::array {boost::json::object {{"envelope", "umkm"}, {"amount", 5'000'000'000}}}}});
        auto const photo = evidence::store_bytes(town.services, town.actor(office), "\x89PNG\r\n\x1a\n" + std::string(office)).value();
        town.run(town.actor("tapem"), "programme.bonus",
            {{"year", 2024}, {"unit", unit}, {"amounts", boost::json::array {boost::json::object {{"envelope", "umkm"}, {"amount", 1000}}}}, {"number",
                "188/2/2024"}, {"date", "2024-10-14"}, {"reason", "Pemenang lomba"}});
        town.run(town.actor("inspektorat"), "reporting.open_finding",
            {{"pokmas", pokmas}, {"year", 2024}, {"number", "LHP/12/2024"}, {"title", "Nota kurang jelas"}, {"description", "Nota tidak terbaca seluruhnya"},
                {"severity", "note"}});
        town.run(treasury, "reporting.open_lpj", {{"pokmas", pokmas}, {"year", 2024}});
        town.run(town.actor(office), "spending.draw_cash", {{"pokmas", pokmas}, {"amount", 50000}, {"on", "2024-10-14"}, {"note", "Untuk paku"}});
        town.run(town.actor(office), "spending.record_unplaced",
            {{"pokmas", pokmas}, {"year", 2024}, {"person", before.find("person", where)->id}, {"on", "2024-10-14"}, {"supplier_name", "Toko Jaya"},
                {"description", "Paku satu kilo"}, {"amount", 1000}, {"reason", "Kantong belum jelas"},
                {"papers", boost::json::array {boost::json::object {{"paper", "nota"}, {"sha256", photo.sha256}}}}});
        town.run(town.actor(office), "spending.sign_month", {{"pokmas", pokmas}, {"month", "2024-01"}});
        auto const business = town.run(town.actor("dinas"), "enterprise.register",
            {{"owner_name", "Contoh " + std::string(unit)}, {"no_nik", "not_shown"}, {"owner_place", unit}, {"name", "Usaha contoh"}, {"activity", "Kue kering"}, {"place_kind", "rumah"},
                {"place", unit}, {"legal_form", "perorangan"}});
        town.run(town.actor("dinas"), "enterprise.add_licence", {{"business", business.id}, {"kind", "nib"}, {"number", "1112210007923"}});
        town.run(town.actor("dinas"), "turnover.record",
            {{"business", business.id}, {"from", "2024-09-01"}, {"to", "2024-09-30"}, {"channel", "rumah"}, {"method", "recall_month"}, {"amount", 500000}});
        auto const product = town.run(town.actor("dinas"), "enterprise.record_product", {{"business", business.id}, {"name", "Produk contoh"}, {"kind", "kering"}});
        town.run(town.actor("dinas"), "enterprise.apply", {{"product", product.id}, {"step", "pkp"}, {"applied_on", "2024-10-14"}});
        town.run(town.actor("dinas"), "enterprise.claim",
            {{"name", "Pemilik contoh"}, {"phone", "0813 0000 0000"}, {"business_name", "Usaha lain"}, {"activity", "Jamu"}, {"place_kind", "rumah"}, {"place", unit}, {"agrees", true}});
    }
}

/// The path of a route for a thing in a place, and whether the place matters at all.
struct Path {
    std::string text;
    bool has_place {false};
};

std::string kind_of(std::string const& pattern, std::string const& parameter)
{
    static constexpr std::pair<std::string_view, std::string_view> kinds[] {{"/kantong/{id}", "purse"}, {"/rab/{id}", "plan"}, {"/rab/{id}/baris", "line"},
        {"/pokmas/{id}", "pokmas"},
        {"/kontrak/{id}", "contract"}, {"/pencairan/{id}", "tranche"}, {"/belanja/{id}", "expense"}, {"/belanja/tanpa-kantong/{id}", "unplaced"},
            {"/kas/bulan/{id}", "month"},
        {"/entri/{id}", "entry"}, {"/bukti/{sha256}", "evidence"}, {"/temuan/{id}", "finding"}, {"/lpj/{id}", "lpj"}, {"/penahanan/{id}", "hold"},
            {"/perubahan/{id}", "change"},
        {"/pengguna/{id}", "user"}, {"/umkm/{id}", "business"}, {"/naik-kelas/{id}", "business"}, {"/naik-kelas/langkah/{step}", "step"}, {"/penghalang/proses/{product}", "product"}, {"/umkm/klaim/{id}", "claim"}, {"/umkm/daftar/{id}", "claim"}, {"/produk/{id}", "product"}, {"/omzet/usaha/{id}", "business"}, {"/omzet/catatan/{id}", "sale"}, {"/orang/{id}", "person"}, {"/kas/{pokmas}", "pokmas"}, {"/lpj/pokmas/{pokmas}", "pokmas"}, {"/pencairan/pokmas/{pokmas}",
            "pokmas"}};
    std::string best;
    std::size_t length = 0;
    for (auto const& [start, kind] : kinds)
        if (pattern.starts_with(start) && start.size() > length && start.find("{" + parameter + "}") != std::string_view::npos) {
            best = kind;
            length = start.size();
        }
    return best;
}

std::optional<std::string> place_parameter(std::string const& pattern, std::string const& parameter, Where where)
{
    auto const at = static_cast<std::size_t>(where);
    static constexpr std::array kelurahan {"35.72.03.1002", "35.72.03.1002", "35.72.01.1001"};
    if (parameter == "kelurahan" || (parameter == "code" && pattern.find("/kelurahan/") != std::string::npos))
        return kelurahan.at(at);
    if (parameter == "code")
        return std::array {"35.72.03", "35.72.03", "35.72.01"}.at(at);
    if (parameter == "rw")
        return std::array {"001", "002", "001"}.at(at);
    if (parameter == "rt")
        return "001";
    if (parameter == "unit")
        return std::string(kelurahan.at(at)) + std::array {".001.001", ".002.001", ".001.001"}.at(at);
    return std::nullopt;
}

std::optional<std::string> fixed_parameter(std::string const& parameter)
{
    static std::map<std::string, std::string> const fixed {{"year", "2024"}, {"version", "1"}, {"name", "rtkeren.css"}, {"kode", "en"}};
    auto const found = fixed.find(parameter);
    return found == fixed.end() ? std::nullopt : std::optional(found->second);
}

/// "{line}" of a plan, "{grant}" of a user, "{purse}" of a pokmas: what stands deeper.
std::optional<std::string> deeper_parameter(Subjects const& subjects, std::string const& parameter, Where where)
{
    static std::map<std::string, std::string> const kinds {{"line", "line"}, {"grant", "user"}, {"licence", "business"}, {"application", "product"}};
    if (parameter == "purse") {
        auto const* purse = subjects.find("purse", where);
        return purse ? std::optional(purse->id) : std::nullopt;
    }
    auto const kind = kinds.find(parameter);
    auto const* found = kind == kinds.end() ? nullptr : subjects.find(kind->second, where);
    return found ? std::optional(found->more) : std::nullopt;
}

Path path_of(Subjects const& subjects, std::string const& pattern, Where where)
{
    Path path;
    for (std::size_t at = 0; at < pattern.size();) {
        if (pattern[at] != '{') {
            path.text += pattern[at++];
            continue;
        }
        auto const end = pattern.find('}', at);
        auto const parameter = pattern.substr(at + 1, end - at - 1);
        at = end + 1;
        if (auto const fixed = fixed_parameter(parameter)) {
            path.text += *fixed;
            continue;
        }
        auto value = place_parameter(pattern, parameter, where);
        if (!value)
            value = deeper_parameter(subjects, parameter, where);
        if (auto const kind = kind_of(pattern, parameter); !value && !kind.empty())
            if (auto const* found = subjects.find(kind, where))
                value = found->id;
        path.has_place = path.has_place || value.has_value();
        if (!value)
            value = "01J00000000000000000000000"; // the example city has none: who is let through finds nothing
        path.text += *value;
    }
    return path;
}

/// a: allowed (also when only the fields were refused), r: refused, s: sign in first, n: not found.
char letter_of(http::Method method, http::Response const& response)
{
    auto const& to = header_of(response, "Location");
    if (response.status == 401 || (method == http::Method::Get && response.status == 303 && to.starts_with("/masuk")))
        return 's';
    if (response.status == 403)
        return 'r';
    if (response.status == 404)
        return 'n';
    return response.status < 500 ? 'a' : '!';
}

class AccessTable {
public:
    AccessTable()
    {
        make_the_rest(m_town);
        m_subjects.emplace(m_town);
        m_columns.push_back({"visitor", {}});
        auto const accounts = db::read(m_town.services.db, [&](db::ReadTx& tx) { return identity::example_accounts(tx, m_town.services.city,
            m_town.services.today()); }).value();
        for (auto const& account : accounts)
            m_columns.push_back({account.role, m_town.sign_in(account.login)});
    }

    std::vector<std::string> roles() const
    {
        std::vector<std::string> names;
        for (auto const& column : m_columns)
            names.push_back(column.role);
        return names;
    }
    std::string text()
    {
        auto text = text_of_file("tests/access/head.txt") + "#";
        for (auto const& role : roles())
            text += " " + role;
        text += "\n\n";
        auto rows = m_town.routes;
        std::ranges::sort(rows, {}, [](http::Route const& route) { return std::pair(route.pattern, route.method); });
        for (auto const& route : rows)
            if (route.pattern.find("{operation}") == std::string::npos)
                text += line(route.method == http::Method::Post ? "POST" : "GET", route.pattern, [&](Column& column) { return cell(route, column); });
        text += "\n";
        auto all = registry().all();
        std::ranges::sort(all, {}, &operations::Operation::name);
        for (auto const& operation : all)
            text += line("DO", operation.name, [&](Column& column) { return operation_cell(operation, column); });
        return text;
    }

private:
    struct Column {
        std::string role;
        Browser browser;
    };

    template<class Cell> std::string line(std::string_view method, std::string const& name, Cell const& cell)
    {
        auto text = fmt::format("{:<4} {:<52}", method, name);
        for (auto& column : m_columns)
            text += " " + cell(column);
        return text + "\n";
    }
    std::string cell(http::Route const& route, Column& column)
    {
        std::string letters;
        for (auto const where : {Where::Own, Where::Neighbour, Where::Elsewhere}) {
            auto const path = path_of(*m_subjects, route.pattern, where);
            letters += ask(route.method, path.text, column);
            if (!path.has_place)
                break;
        }
        return letters;
    }
    char ask(http::Method method, std::string const& path, Column& column)
    {
        auto request = method == http::Method::Post ? m_town.form_request(column.browser, path, {}) : m_town.request(method, path, column.browser);
        ++m_asked;
        request.remote_address = fmt::format("10.{}.{}.{}", m_asked / 65536, m_asked / 256 % 256, m_asked % 256); // nobody waits for what another address did
        auto const response = m_town.send(request);
        EXPECT_LT(response.status, 500) << path << " for " << column.role;
        if (method == http::Method::Post && !column.browser.token.empty() && !m_town.is_open(column.browser))
            column.browser = m_town.sign_in(column.browser.login); // it signed out or ended all sessions
        return letter_of(method, response);
    }
    std::string operation_cell(operations::Operation const& operation, Column& column)
    {
        auto request = m_town.request(http::Method::Post, "/api/v1/do/" + operation.name, column.browser);
        request.content_type = "application/json";
        request.headers.emplace_back("x-csrf-token", column.browser.csrf);
        request.body = "{}";
        return {letter_of(http::Method::Post, m_town.send(request))};
    }

    ExampleTown& m_town {ExampleTown::get()};
    std::optional<Subjects> m_subjects;
    std::vector<Column> m_columns;
    int m_asked {0};
};

std::set<std::string> lines_of(std::string const& text)
{
    std::set<std::string> lines;
    for (auto const line : split(text, '\n'))
        lines.emplace(line);
    return lines;
}

} // namespace

TEST(Access, TheTableOfRoutesAndRolesHolds)
{
    AccessTable table;
    std::set<std::string> missing;
    for (auto const& role : identity::roles())
        missing.insert(role.key);
    for (auto const& role : table.roles())
        missing.erase(role);
    EXPECT_EQ(missing, std::set<std::string> {}) << "the sign-in page of the example city offers one account for each role";

    auto const actual = table.text();
    auto const expected = text_of_file(table_path);
    if (lines_of(actual) == lines_of(expected))
        return;
    if (auto const* renew = std::getenv("RTK_RENEW_ACCESS"); renew != nullptr && *renew != 0)
        std::ofstream(std::string(RTK_SOURCE_DIR) + "/" + table_path) << actual;
    for (auto const& line : lines_of(actual))
        if (!lines_of(expected).contains(line))
            ADD_FAILURE() << "now:   " << line;
    for (auto const& line : lines_of(expected))
        if (!lines_of(actual).contains(line))
            ADD_FAILURE() << "table: " << line;
    ADD_FAILURE() << table_path
        << " is not what the router answers. Look at each line as an auditor would, then renew it: RTK_RENEW_ACCESS=1 app_dbtest --gtest_filter='Access.*'";
}

} // namespace rtkeren::app
