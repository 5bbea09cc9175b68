#include "turnover/operations.hpp"

#include "audit/audit.hpp"
#include "enterprise/operations.hpp"
#include "identity/import_rows.hpp"
#include "turnover/sql.hpp"

#include <algorithm>
#include <map>

namespace rtkeren::turnover {
namespace {

using enterprise::Channel;
using enterprise::Method;

template<class Enum>
struct Word {
    std::string_view word;
    Enum value;
};
/// As offices write them; a code is its own word.
template<class Enum, std::size_t N>
std::optional<Enum> value_of(std::string_view typed, std::array<Word<Enum>, N> const& words)
{
    auto const text = fold(typed);
    if (auto const code = enterprise::choice_of<Enum>(text))
        return code;
    for (auto const& [word, value] : words)
        if (text.find(word) != std::string::npos)
            return value;
    return std::nullopt;
}
constexpr std::array<Word<Channel>, 9> channel_words {{{"rumah", Channel::Rumah}, {"bazar", Channel::Bazar}, {"bazaar", Channel::Bazar}, {"daring", Channel::Daring}, {"online", Channel::Daring},
    {"titip", Channel::Titip}, {"konsinyasi", Channel::Titip}, {"ritel", Channel::Ritel}, {"swalayan", Channel::Ritel}}};
constexpr std::array<Word<Method>, 8> method_words {{{"qris", Method::QrisStatement}, {"buku kas", Method::CashBook}, {"petugas menghitung", Method::StallTally}, {"dihitung", Method::StallTally},
    {"seminggu", Method::RecallWeek}, {"sebulan", Method::RecallMonth}, {"taksir", Method::EstimateOfficial}, {"perkiraan", Method::EstimateOfficial}}};

Result<Date> day_of(std::string_view field, std::string const& typed)
{
    if (trim(typed).empty())
        return Error::field(std::string(field), "required");
    auto const day = Date::parse_typed(typed);
    if (!day.ok())
        return Error::field(std::string(field), day.error().code, typed);
    return *day;
}

Result<std::optional<std::int64_t>> count_of(std::string_view field, std::string const& typed)
{
    auto const text = trim(typed);
    if (text.empty())
        return std::optional<std::int64_t> {};
    auto const number = parse_integer(text);
    if (!number || *number < 0 || *number > 1'000'000)
        return Error::field(std::string(field), "integer.range", std::string(text));
    return number;
}

class Importer {
public:
    Importer(db::WriteTx& tx, operations::Context& context, ImportRecords const& input) : m_tx(tx), m_context(context), m_input(input) { }

    Result<operations::Answer> run()
    {
        std::vector<FieldError> wrong;
        for (std::size_t i = 0; i < m_input.rows.size(); ++i) {
            auto const written = write(m_input.rows[i]);
            if (written.ok()) {
                m_flagged += written->verdicts.empty() ? 0 : 1;
                m_fates.emplace_back(written->verdicts.empty() ? "turnover.fate_new" : written->verdicts.front().code);
                continue;
            }
            auto const& error = written.error();
            if (error.kind == ErrorKind::Internal || error.kind == ErrorKind::Unavailable || error.kind == ErrorKind::Retry)
                return error;
            add_refusal(wrong, i, error);
        }
        if (!wrong.empty())
            return Error::invalid("input.invalid", std::move(wrong));
        auto const count = m_input.rows.size();
        TRY(audit::append(m_tx, m_context, {"turnover.import", "turnover_list", m_context.request.str(), "", {{"source", m_input.source.str()}, {"lines", count}, {"flagged", m_flagged}}}));
        return operations::Answer {.id = m_context.request.str(), .href = "/omzet/catatan", .message = "turnover.imported",
            .arguments = {{"count", std::to_string(count)}, {"flagged", std::to_string(m_flagged)}}, .data = {{"fates", std::move(m_fates)}, {"entered", count}, {"flagged", m_flagged}}};
    }

private:
    static void add_refusal(std::vector<FieldError>& wrong, std::size_t row, Error const& error)
    {
        auto const prefix = "rows." + std::to_string(row) + ".";
        if (error.fields.empty())
            wrong.push_back({prefix + "from", error.code, {}, error.arguments});
        for (auto const& field : error.fields)
            wrong.push_back({prefix + (field.name == "file" ? "method" : field.name), field.code, field.value, field.arguments});
    }

    Result<Written> write(ImportRow const& row)
    {
        NewRecord record;
        record.business = TRY(business_of(row));
        record.from = TRY(day_of("from", row.from.str()));
        record.to = trim(row.to.str()).empty() ? record.from : TRY(day_of("to", row.to.str()));
        auto const channel = value_of(row.channel.str(), channel_words);
        if (!channel)
            return Error::field("channel", "choice.unknown", row.channel.str());
        record.channel = *channel;
        auto const method = value_of(row.method.str(), method_words);
        if (!method)
            return Error::field("method", "choice.unknown", row.method.str());
        record.method = *method;
        auto const amount = parse_rupiah(row.amount.str());
        if (!amount.ok())
            return Error::field("amount", amount.error().code, row.amount.str());
        record.amount = *amount;
        record.units = TRY(count_of("units", row.units.str()));
        record.selling_days = TRY(count_of("selling_days", row.selling_days.str()));
        record.note = row.note.str();
        return write_record_of(m_tx, m_context, record, {.source = m_input.source.str()});
    }

    /// By its id, or by its name where only one of that name lies within reach.
    Result<enterprise::BusinessId> business_of(ImportRow const& row)
    {
        auto const typed = row.business.str();
        if (typed.empty())
            return Error::field("business", "required");
        auto const place = TRY(place_of(row.place.str()));
        std::vector<enterprise::BusinessId> found;
        if (auto const id = enterprise::BusinessId::parse(typed); id.ok()) {
            auto const business = enterprise::find_business(m_tx, m_context.city, *id);
            if (business.ok() && may(m_context.actor, "turnover.import", business->region))
                found.push_back(*id);
        } else {
            auto const rows = TRY(m_tx.run(sql::businesses_named, m_context.city, fold(typed)));
            for (auto const& each : rows)
                if (may(m_context.actor, "turnover.import", each.text(1)) && covers_place(place, each.text(1)))
                    found.push_back(each.id<enterprise::BusinessId>(0));
        }
        if (found.empty())
            return Error::field("business", "turnover.unknown_business", typed);
        if (found.size() > 1)
            return Error::field("business", "turnover.ambiguous_business", typed, {{"count", std::to_string(found.size())}});
        return found.front();
    }

    Result<std::string> place_of(std::string const& words)
    {
        if (trim(words).empty())
            return std::string {};
        auto const known = m_places.find(words);
        if (known != m_places.end())
            return known->second;
        auto code = TRY(identity::place_of_words(m_tx, m_context.actor, words, m_context.today));
        return m_places.emplace(words, std::move(code)).first->second;
    }

    db::WriteTx& m_tx;
    operations::Context& m_context;
    ImportRecords const& m_input;
    std::map<std::string, std::string> m_places;
    boost::json::array m_fates;
    std::int64_t m_flagged {0};
};

} // namespace

Result<operations::Answer> import_records(db::WriteTx& tx, operations::Context& context, ImportRecords const& input) { return Importer(tx, context, input).run(); }

sheets::Kind const& turnover_sheet()
{
    static sheets::Kind const kind {"turnover.import", "rows", "contoh-omzet",
        {{"business", TR_NOOP("Usaha"), {"nama usaha", "nama", "id usaha"}}, {"place", TR_NOOP("RT atau kelurahan usaha"), {"wilayah", "rt rw", "kelurahan", "tempat", "kode wilayah"}, false, true},
            {"from", TR_NOOP("Dari tanggal"), {"dari", "mulai", "tanggal"}, true, false, true}, {"to", TR_NOOP("Sampai tanggal"), {"sampai", "selesai"}, false, false, true},
            {"channel", TR_NOOP("Dijual lewat"), {"saluran", "kanal", "lewat"}}, {"method", TR_NOOP("Dari mana angkanya"), {"metode", "cara", "sumber angka"}},
            {"amount", TR_NOOP("Penjualan"), {"omzet", "omset", "jumlah", "penjualan rp"}}, {"units", TR_NOOP("Terjual berapa buah"), {"buah", "jumlah barang", "unit"}, false},
            {"selling_days", TR_NOOP("Berapa hari jualan"), {"hari jualan", "hari"}, false}, {"note", TR_NOOP("Keterangan"), {"catatan"}, false}},
        {{"Dapur Bu Sri", "RT 02 RW 03 Plosokerep", "2025-12-01", "2025-12-31", "rumah", "ingatan sebulan", "1.250.000", "", "22", ""},
            {"Dapur Bu Sri", "", "14/12/2025", "14/12/2025", "bazar", "dihitung petugas", "480.000", "32", "1", "Bazar Imlek"}},
        "turnover", {{"source", TR_NOOP("Asal daftar"), sheets::Extra::Kind::Text}}, "turnover.import", "/omzet/impor", TR_NOOP("Impor omzet"),
        TR_NOOP("Satu baris satu masa, satu saluran, satu cara mengetahuinya. Hari yang sudah tercatat dengan saluran dan cara yang sama ditolak."), "/omzet/catatan", TR_NOOP("Catatan omzet")};
    return kind;
}

} // namespace rtkeren::turnover
