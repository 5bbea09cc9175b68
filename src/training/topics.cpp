#include "training/operations.hpp"

#include "audit/audit.hpp"
#include "base/embedded.hpp"
#include "base/text.hpp"
#include "enterprise/legality.hpp"
#include "training/sql.hpp"

#include <algorithm>
#include <set>

namespace rtkeren::training {

std::span<EmbeddedText const> embedded_texts(); // packs/topics.csv, built in

namespace {

using TopicTuple = std::array<db::Parameter, 14>;

bool is_topic_code(std::string_view code)
{
    return std::ranges::all_of(code, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

/// The code of a kind of product from its code or its label; nothing where nothing is made to be sold.
Result<std::string> kind_of(std::string_view field, std::string const& typed)
{
    if (typed.empty())
        return std::string {};
    for (auto const& kind : enterprise::product_kinds())
        if (kind.code == typed || fold(kind.label) == fold(typed))
            return std::string(kind.code);
    return Error::field(std::string(field), "training.product_kind", typed);
}

db::Parameter nothing_or(std::string text) { return text.empty() ? db::Parameter(std::nullopt) : db::Parameter(std::move(text)); }

TopicTuple topic_tuple(Context const& context, TopicRow const& row, std::string const& kind)
{
    return {context.city, row.code, row.name, fold(row.name.str()), row.category, nothing_or(kind), row.curriculum, row.hours, row.seat_cost, row.cost_note, context.services.example,
        context.actor.user, context.actor.name, context.now};
}

Result<std::set<std::string>> known_topics(db::ReadTx& tx, CityId city)
{
    std::set<std::string> codes;
    for (auto const& each : TRY(topics(tx, city)))
        codes.insert(each.code);
    return codes;
}

Result<void> may_keep_topics(Context const& context)
{
    if (!may(context.actor, "training.topics", ""))
        return Error::forbidden("operation.not_allowed");
    return Done {};
}

/// Cells of the shipped list, which a test reads whole: none holds a semicolon.
TopicRow shipped_row(std::string_view line)
{
    auto const cells = split(line, ';');
    CHECK(cells.size() == 8);
    std::string curriculum(cells[4]);
    std::ranges::replace(curriculum, '|', '\n');
    TopicRow row;
    row.code = Text<2, 40>::parse(cells[0]).value();
    row.name = Name::parse(cells[1]).value();
    row.category = Text<1, 60>::parse(cells[2]).value();
    row.product_kind = Text<0, 120>::parse(cells[3]).value();
    row.curriculum = Text<3, 4000>::parse(curriculum).value();
    row.hours = parse_integer(cells[5]).value();
    if (!cells[6].empty())
        row.seat_cost = Rupiah::checked(parse_integer(cells[6]).value());
    row.cost_note = Text<0, 300>::parse(cells[7]).value();
    return row;
}

std::vector<TopicRow> shipped_topics()
{
    std::vector<TopicRow> rows;
    for (auto const& file : embedded_texts())
        for (auto const line : split(file.text, '\n'))
            if (!line.empty() && line.front() != '#')
                rows.push_back(shipped_row(line));
    return rows;
}

} // namespace

Result<Answer> save_topic(db::WriteTx& tx, Context& context, SaveTopic const& input)
{
    TRY(may_keep_topics(context));
    if (!is_topic_code(input.code.str()))
        return Error::field("code", "training.topic_code", input.code.str());
    auto const kind = TRY(kind_of("product_kind", input.product_kind.str()));
    auto const known = TRY(tx.maybe(sql::topic, context.city, input.code));
    if (input.version == 0) {
        if (known)
            return Error::field("code", "training.topic_known", input.code.str());
        TopicRow row;
        row.code = input.code;
        row.name = input.name;
        row.category = input.category;
        row.curriculum = input.curriculum;
        row.hours = input.hours;
        row.seat_cost = input.seat_cost;
        row.cost_note = input.cost_note;
        TopicTuple const tuple = topic_tuple(context, row, kind);
        TRY(tx.run_rows(sql::insert_topics, {&tuple, 1}));
    } else {
        auto const before = TRY(topic(tx, context.city, input.code.str()));
        if (before.version != input.version)
            return Error::conflict("training.changed_meanwhile", {{"version", std::to_string(before.version)}});
        TRY(tx.run(sql::update_topic, context.city, input.code, input.name, fold(input.name.str()), input.category, nothing_or(kind), input.curriculum, input.hours, input.seat_cost,
            input.cost_note));
    }
    boost::json::object summary {{"name", input.name.str()}, {"category", input.category.str()}, {"product_kind", kind}, {"hours", input.hours}};
    TRY(audit::append(tx, context, {"training.save_topic", "topic", input.code.str(), "", std::move(summary)}));
    return Answer {.id = input.code.str(), .href = "/topik-pelatihan/" + input.code.str(), .message = "training.topic_saved", .arguments = {{"name", input.name.str()}}};
}

Result<Answer> retire_topic(db::WriteTx& tx, Context& context, TopicStep const& input)
{
    TRY(may_keep_topics(context));
    auto const found = TRY(topic(tx, context.city, input.code.str()));
    if (found.retired)
        return Error::conflict("training.topic_retired");
    TRY(tx.run(sql::retire_topic, context.city, input.code, context.now));
    TRY(audit::append(tx, context, {"training.retire_topic", "topic", found.code, "", {}, input.reason.str()}));
    return Answer {.id = found.code, .href = "/topik-pelatihan/" + found.code, .message = "training.topic_gone", .arguments = {{"name", found.name}}};
}

Result<Answer> restore_topic(db::WriteTx& tx, Context& context, TopicStep const& input)
{
    TRY(may_keep_topics(context));
    auto const found = TRY(topic(tx, context.city, input.code.str()));
    if (!found.retired)
        return Error::conflict("training.topic_in_use");
    TRY(tx.run(sql::retire_topic, context.city, input.code, std::nullopt));
    TRY(audit::append(tx, context, {"training.restore_topic", "topic", found.code, "", {}, input.reason.str()}));
    return Answer {.id = found.code, .href = "/topik-pelatihan/" + found.code, .message = "training.topic_back", .arguments = {{"name", found.name}}};
}

Result<Answer> take_topics(db::WriteTx& tx, Context& context, TakeTopics const&)
{
    TRY(may_keep_topics(context));
    auto const known = TRY(known_topics(tx, context.city));
    auto const shipped = shipped_topics();
    std::vector<TopicTuple> tuples;
    for (auto const& row : shipped)
        if (!known.contains(row.code.str()))
            tuples.push_back(topic_tuple(context, row, row.product_kind.str()));
    if (tuples.empty())
        return Error::conflict("training.topics_there");
    TRY(tx.run_rows(sql::insert_topics, tuples));
    TRY(audit::append(tx, context, {"training.take_topics", "topics", context.request.str(), "", {{"count", std::int64_t(tuples.size())}}}));
    return Answer {.id = context.request.str(), .href = "/topik-pelatihan", .message = "training.topics_taken", .arguments = {{"count", std::to_string(tuples.size())}}};
}

Result<Answer> import_topics(db::WriteTx& tx, Context& context, ImportTopics const& input)
{
    TRY(may_keep_topics(context));
    auto known = TRY(known_topics(tx, context.city));
    std::vector<FieldError> errors;
    std::vector<TopicTuple> tuples;
    boost::json::array fates;
    for (std::size_t i = 0; i < input.topics.size(); ++i) {
        auto const& row = input.topics[i];
        auto const name = "topics." + std::to_string(i) + ".";
        auto const kind = kind_of(name + "product_kind", row.product_kind.str());
        if (!kind.ok())
            errors.push_back(kind.error().fields.front());
        if (!is_topic_code(row.code.str()))
            errors.push_back({name + "code", "training.topic_code", row.code.str(), {}});
        auto const is_new = known.insert(row.code.str()).second;
        fates.emplace_back(is_new ? "training.fate_new" : "training.fate_known");
        if (is_new && kind.ok())
            tuples.push_back(topic_tuple(context, row, *kind));
    }
    if (!errors.empty())
        return Error::invalid("input.invalid", std::move(errors));
    TRY(tx.run_rows(sql::insert_topics, tuples));
    TRY(audit::append(tx, context, {"training.import_topics", "topics", context.request.str(), "", {{"count", std::int64_t(tuples.size())}}}));
    return Answer {.id = context.request.str(), .href = "/topik-pelatihan", .message = "training.topics_taken", .arguments = {{"count", std::to_string(tuples.size())}},
        .data = {{"fates", std::move(fates)}}};
}

sheets::Kind const& topic_sheet()
{
    static sheets::Kind const kind {"training.import_topics", "topics", "contoh-topik",
        {{"code", TR_NOOP("Kode topik"), {"kode"}}, {"name", TR_NOOP("Nama topik"), {"nama", "topik"}}, {"category", TR_NOOP("Kategori di menu"), {"kategori", "menu"}},
            {"product_kind", TR_NOOP("Jenis produk peserta"), {"jenis produk"}, false}, {"curriculum", TR_NOOP("Kurikulum"), {"materi", "bahasan"}},
            {"hours", TR_NOOP("Jam seluruhnya"), {"jam"}}, {"seat_cost", TR_NOOP("Biaya lazim per peserta"), {"biaya per peserta", "biaya"}, false},
            {"cost_note", TR_NOOP("Dari mana biaya itu"), {"sumber biaya", "sumber"}, false}},
        {{"kue_kering", "Kue kering", "pelatihan_kue", "kering", "Adonan dan takaran; oven; kemasan; hitung harga jual", "16", "750000", "Standar biaya kota"},
            {"tas_rajut", "Tas rajut", "pelatihan_kerajinan", "Kerajinan, aksesori, anyaman", "Tusuk dasar; pola tas; merapikan; harga jual", "12", "", ""}},
        "topics", {}, "training.topics", "/topik-pelatihan/impor", TR_NOOP("Impor topik"), TR_NOOP("Satu baris satu topik. Yang kodenya sudah ada dilewati."), "/topik-pelatihan",
        TR_NOOP("Topik pelatihan")};
    return kind;
}

} // namespace rtkeren::training
