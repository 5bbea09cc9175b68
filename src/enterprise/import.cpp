#include "enterprise/merge.hpp"

#include "audit/audit.hpp"
#include "enterprise/numbers.hpp"
#include "enterprise/people.hpp"
#include "enterprise/sql.hpp"
#include "enterprise/wrong.hpp"
#include "identifiers/contact.hpp"
#include "identifiers/nik.hpp"
#include "identity/import_rows.hpp"
#include "identity/persons.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <unordered_map>

namespace rtkeren::enterprise {
namespace {

enum class Fate : std::uint8_t { New, Activity, Known, Twice, Like };
std::string_view code_of(Fate fate)
{
    constexpr std::array<std::string_view, 5> codes {"enterprise.fate_new", "enterprise.fate_activity", "enterprise.fate_known", "enterprise.fate_twice", "enterprise.fate_like"};
    return codes.at(static_cast<std::size_t>(fate));
}

/// A row that was understood: whom and what it means.
struct ReadRow {
    CheckedPerson person;
    NewBusiness business;
    Fate fate {Fate::New};
    bool is_new_person {false};
    std::string nib;
};

std::string digits_in(std::string_view text)
{
    std::string digits;
    std::ranges::copy_if(text, std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
    return digits;
}

/// NIK and phone in each other's columns can be told apart, also where only one of them is known: 16 digits against a mobile number.
void put_right(std::string& nik, std::string& phone)
{
    constexpr std::size_t nik_digits = 16;
    auto const is_nik_in_phone = digits_in(phone).size() == nik_digits;
    auto const is_phone_in_nik = digits_in(nik).size() != nik_digits && identifiers::normalise_phone(nik).ok();
    if ((is_nik_in_phone && (is_phone_in_nik || nik.empty())) || (is_phone_in_nik && phone.empty()))
        std::swap(nik, phone);
}

Result<PlaceKind> place_kind_of(std::string_view words)
{
    static constexpr std::pair<std::string_view, PlaceKind> known[] {{"rumah", PlaceKind::Rumah}, {"toko", PlaceKind::Toko}, {"kios", PlaceKind::Toko}, {"ruko", PlaceKind::Toko},
        {"warung", PlaceKind::Toko}, {"pasar", PlaceKind::Pasar}, {"lapak", PlaceKind::Pasar}, {"keliling", PlaceKind::Keliling}, {"gerobak", PlaceKind::Keliling}, {"daring", PlaceKind::Daring},
        {"online", PlaceKind::Daring}};
    auto const text = fold(words);
    if (text.empty())
        return PlaceKind::Rumah;
    for (auto const& [word, kind] : known)
        if (text.find(word) != std::string::npos)
            return kind;
    return Error::field("place_kind", "choice.unknown", std::string(words));
}

Result<std::optional<Sex>> sex_of(std::string_view words)
{
    auto const text = fold(words);
    if (text.empty())
        return std::optional<Sex> {};
    if (text == "l" || text == "lk" || text.starts_with("laki") || text == "pria" || text == "male")
        return std::optional(Sex::Male);
    if (text == "p" || text == "pr" || text.starts_with("perempuan") || text == "wanita" || text == "female")
        return std::optional(Sex::Female);
    return Error::field("sex", "choice.unknown", std::string(words));
}

/// A code without its edition is taken where it can mean one thing only.
Result<std::optional<identifiers::Kbli>> kbli_of(std::string_view typed)
{
    if (trim(typed).empty())
        return std::optional<identifiers::Kbli> {};
    auto const seen = identifiers::inspect_kbli(typed);
    if (seen.has("kbli.edition_missing") && !seen.has("kbli.reused"))
        return std::optional(identifiers::Kbli {static_cast<int>(parse_integer(seen.part("edition")).value_or(0)), std::string(seen.part("code"))});
    auto parsed = TRY(identifiers::Kbli::parse(typed));
    return std::optional(std::move(parsed));
}

Result<std::optional<Date>> typed_day(std::string_view field, std::string const& typed)
{
    if (typed.empty())
        return std::optional<Date> {};
    auto const day = Date::parse_typed(typed);
    if (!day.ok())
        return Error::field(std::string(field), day.error().code, typed);
    return std::optional(*day);
}

Result<std::optional<Month>> typed_month(std::string const& typed)
{
    if (typed.empty())
        return std::optional<Month> {};
    auto month = Month::parse(typed);
    if (!month.ok())
        return Error::field("started", "month.format", typed);
    return std::optional(std::move(month).value());
}

/// A list brings a NIB only as it must look: nobody is asked about a doubt.
Result<void> check_nib(std::string_view nib, Date today)
{
    for (auto const& finding : nib.empty() ? std::vector<identifiers::Finding> {} : inspect_number("nib", nib, today, std::nullopt).findings)
        if (finding.level != identifiers::Level::Info)
            return Error::field("nib", finding.code, std::string(nib), finding.arguments);
    return Done {};
}

/// Reads rows one after the other; what an earlier row or the registry has already is known by then.
class Importer {
public:
    Importer(db::WriteTx& tx, operations::Context& context, ImportBusinesses const& input) : m_tx(tx), m_context(context), m_input(input), m_id(context.next<ImportId>()) { }

    Result<void> read_all()
    {
        std::vector<FieldError> wrong;
        for (std::size_t i = 0; i < m_input.rows.size(); ++i) {
            auto row = read(m_input.rows[i]);
            if (row.ok()) {
                TRY(judge(*row));
                m_rows.push_back(std::move(*row));
                continue;
            }
            auto const& error = row.error();
            if (error.kind == ErrorKind::Internal || error.kind == ErrorKind::Unavailable || error.kind == ErrorKind::Retry)
                return error;
            add_refusal(wrong, i, error);
        }
        if (!wrong.empty())
            return Error::invalid("input.invalid", std::move(wrong));
        return Done {};
    }

    Result<operations::Answer> write()
    {
        std::vector<std::pair<PersonId, CheckedPerson>> persons;
        std::vector<NewBusiness> businesses;
        std::map<std::string, std::size_t> row_of;
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            auto const& row = m_rows[i];
            if (row.is_new_person)
                persons.emplace_back(row.business.owner, row.person);
            if (row.fate == Fate::New || row.fate == Fate::Activity) {
                row_of[row.business.id.str()] = i;
                businesses.push_back(row.business);
            }
        }
        TRY(write_persons(m_tx, m_context, persons));
        TRY(write_businesses(m_tx, m_context, businesses, m_id.ulid()));
        for (auto const& [id, at] : row_of)
            if (!m_rows[at].nib.empty())
                TRY(write_licence(m_tx, m_context, {.id = m_context.next<LicenceId>(), .business = m_rows[at].business.id, .kind = LicenceKind::Nib, .number = m_rows[at].nib}));
        auto const pairs = TRY(find_pairs(m_tx, m_context, m_id.ulid()));
        for (auto const& [a, b] : pairs)
            for (auto const& id : {a, b})
                if (auto const at = row_of.find(id); at != row_of.end())
                    m_rows[at->second].fate = Fate::Like;
        return answer(businesses.size(), pairs.size());
    }

private:
    static void add_refusal(std::vector<FieldError>& wrong, std::size_t row, Error const& error)
    {
        auto const prefix = "rows." + std::to_string(row) + ".";
        if (error.fields.empty())
            wrong.push_back({prefix + "name", error.code, {}, error.arguments});
        for (auto const& field : error.fields)
            if (field.name != "owner_place") // the owner's is the business's, which says it itself
                wrong.push_back({prefix + field.name, field.code, field.value, field.arguments});
    }

    Result<Placed> place_of(std::string const& words)
    {
        auto const known = m_places.find(words);
        if (known != m_places.end())
            return known->second;
        auto const code = TRY(identity::place_of_words(m_tx, m_context.actor, words, m_context.today));
        auto at = TRY(placed(m_tx, m_context.city, "place", code));
        if (!may(m_context.actor, "enterprise.import", at.region))
            return Error::field("place", "enterprise.outside", words);
        return m_places.emplace(words, std::move(at)).first->second;
    }

    Result<CheckedPerson> read_person(ImportRow const& row, std::optional<Placed> const& at)
    {
        auto nik = std::string(trim(row.owner_nik.str()));
        auto phone = std::string(trim(row.owner_phone.str()));
        put_right(nik, phone);
        OwnerPart part;
        Wrong wrong;
        if (row.owner_name.empty())
            wrong.add("owner_name", "required");
        else
            part.owner_name = TRY(Name::parse(row.owner_name.str()));
        part.owner_phone = TRY((Text<0, 30>::parse(phone)));
        part.owner_nik = TRY((Text<0, 30>::parse(nik)));
        if (nik.empty()) {
            part.no_nik = NoNik::Other;
            part.no_nik_note = TRY((Text<0, 200>::parse(tr("tidak ada di daftar asal"))));
        }
        part.sex = TRY(wrong.take(sex_of(row.sex.str()))).value_or(std::nullopt);
        part.birth_date = TRY(wrong.take(typed_day("birth_date", row.birth_date.str()))).value_or(std::nullopt);
        part.owner_address = row.address;
        if (at)
            part.owner_place = TRY((Text<1, 40>::parse(at->region)));
        auto checked = TRY(wrong.take(check_person(m_tx, m_context, part)));
        TRY(wrong.said());
        return std::move(*checked);
    }

    Result<BusinessPart> read_part(ImportRow const& row)
    {
        BusinessPart part;
        Wrong wrong;
        if (row.activity.empty())
            wrong.add("activity", "required");
        else
            part.activity = TRY((Text<1, 120>::parse(row.activity.str())));
        if (auto const name = row.name.empty() ? row.owner_name.str() : row.name.str(); !name.empty())
            part.name = TRY(Name::parse(name));
        part.brand = row.brand;
        part.kbli = TRY(wrong.take(kbli_of(row.kbli.str()))).value_or(std::nullopt);
        part.place_kind = TRY(wrong.take(place_kind_of(row.place_kind.str()))).value_or(PlaceKind::Rumah);
        part.address = row.address;
        part.started = TRY(wrong.take(typed_month(row.started.str()))).value_or(std::nullopt);
        part.source = TRY((Text<0, 200>::parse(m_input.source.str())));
        part.as_of = m_input.as_of;
        TRY(wrong.take<Done>(check_nib(trim(row.nib.str()), m_context.today)));
        TRY(wrong.said());
        return part;
    }

    /// All that is wrong in a row is said at once.
    Result<ReadRow> read(ImportRow const& row)
    {
        ReadRow made;
        Wrong wrong;
        std::optional<Placed> at;
        if (row.place.empty())
            wrong.add("place", "required");
        else
            at = TRY(wrong.take(place_of(row.place.str())));
        auto person = TRY(wrong.take(read_person(row, at)));
        auto part = TRY(wrong.take(read_part(row)));
        TRY(wrong.said());
        made.person = std::move(*person);
        made.business.part = std::move(*part);
        made.nib = std::string(trim(row.nib.str()));
        made.business.at = std::move(*at);
        made.business.import = m_id;
        made.business.owner_name = made.person.name;
        made.business.phone_lookup = identity::phone_lookup(m_context.services, made.person.phone);
        made.business.nik_lookup = identity::nik_lookup(m_context.services, made.person.nik);
        return made;
    }

    /// Who it is, and whether the registry or an earlier row has the business already.
    Result<void> judge(ReadRow& row)
    {
        auto& business = row.business;
        auto const key = person_key(business);
        auto const earlier = m_owners.find(key);
        auto owner = row.person.known;
        if (!owner && !key.empty() && earlier != m_owners.end())
            owner = earlier->second;
        if (!owner)
            owner = TRY(owner_by_phone(row));
        row.is_new_person = !owner;
        business.owner = owner ? *owner : m_context.next<PersonId>();
        if (!key.empty())
            m_owners.emplace(key, business.owner);
        business.id = m_context.next<BusinessId>();
        auto const profile = profile_of(business);
        auto const signature = profile.kelurahan + ":" + name_signature(profile.name);
        for (auto const* other : earlier_like(business.owner, signature))
            if (is_same_business(profile, *other) || is_twin(profile, *other)) {
                row.fate = Fate::Twice;
                row.is_new_person = false;
                return Done {};
            }
        auto const is_there = TRY(registry_has(profile));
        row.fate = is_there ? Fate::Known : row.is_new_person ? Fate::New : Fate::Activity;
        if (is_there)
            row.is_new_person = false;
        m_profiles.push_back(std::make_unique<Profile>(profile));
        m_by_owner[business.owner.str()].push_back(m_profiles.back().get());
        m_by_name[signature].push_back(m_profiles.back().get());
        return Done {};
    }

    /// One person across the rows of a list: by NIK, else by phone and name.
    static std::string person_key(NewBusiness const& business)
    {
        if (!business.nik_lookup.empty())
            return "i" + business.nik_lookup;
        return business.phone_lookup.empty() ? std::string {} : "p" + business.phone_lookup + name_signature(business.owner_name);
    }

    Result<std::optional<PersonId>> owner_by_phone(ReadRow const& row)
    {
        if (row.business.phone_lookup.empty() || !row.business.nik_lookup.empty())
            return std::optional<PersonId> {};
        auto const found = TRY(identity::persons_of_phone(m_tx, m_context.services, row.person.phone));
        for (auto const& person : found) {
            auto const name = TRY(identity::person_name(m_tx, m_context.city, person));
            if (name_signature(name) == name_signature(row.person.name))
                return std::optional(person);
        }
        return std::optional<PersonId> {};
    }

    std::vector<Profile const*> earlier_like(PersonId owner, std::string const& signature) const
    {
        std::vector<Profile const*> found;
        if (auto const at = m_by_owner.find(owner.str()); at != m_by_owner.end())
            found = at->second;
        if (auto const at = m_by_name.find(signature); at != m_by_name.end())
            found.insert(found.end(), at->second.begin(), at->second.end());
        return found;
    }

    /// Without numbers: everything that tells a business is written the same.
    static bool is_twin(Profile const& a, Profile const& b)
    {
        if (a.region != b.region || a.place_kind != b.place_kind)
            return false;
        auto const may_be_one_person = a.nik_lookup.empty() || b.nik_lookup.empty() || a.nik_lookup == b.nik_lookup;
        auto const same_phone = a.phone_lookup.empty() || b.phone_lookup.empty() || a.phone_lookup == b.phone_lookup;
        return may_be_one_person && same_phone && name_signature(a.name) == name_signature(b.name) && name_signature(a.owner_name) == name_signature(b.owner_name)
            && name_signature(a.activity) == name_signature(b.activity);
    }

    Result<bool> registry_has(Profile const& profile)
    {
        for (auto const& key : {"o:" + profile.owner, keys_of_name(profile)}) {
            auto const rows = TRY(m_tx.run(sql::same_key, m_context.city, key, profile.region, profile.place_kind));
            for (auto const& row : rows) {
                auto const other = stored_profile(row);
                if (is_same_business(profile, other) || is_twin(profile, other))
                    return true;
            }
        }
        return false;
    }
    static std::string keys_of_name(Profile const& profile)
    {
        for (auto const& key : keys_of(profile))
            if (key.starts_with("n:"))
                return key;
        return {};
    }

    Result<operations::Answer> answer(std::size_t entered, std::size_t pairs)
    {
        std::map<Fate, std::int64_t> counts;
        boost::json::array fates;
        for (auto const& row : m_rows) {
            ++counts[row.fate];
            fates.emplace_back(code_of(row.fate));
        }
        auto const place = m_context.actor.grants.empty() ? std::string {} : m_context.actor.grants.front().place;
        TRY(m_tx.run(sql::insert_import, m_context.city, m_id, m_input.source, m_input.as_of, place, std::int64_t(m_rows.size()), std::int64_t(entered), counts[Fate::Known], counts[Fate::Twice],
            std::int64_t(pairs), m_context.actor.user, m_context.actor.name, m_context.now));
        TRY(audit::append(m_tx, m_context, {"enterprise.import", "business_list", m_id.str(), place,
                                               {{"source", m_input.source.str()}, {"lines", m_rows.size()}, {"entered", entered}, {"known", counts[Fate::Known]}, {"twice", counts[Fate::Twice]}}}));
        return operations::Answer {.id = m_id.str(), .href = pairs > 0 ? "/umkm/mirip" : "/umkm", .message = "enterprise.imported",
            .arguments = {{"entered", std::to_string(entered)}, {"known", std::to_string(counts[Fate::Known])}, {"twice", std::to_string(counts[Fate::Twice])}, {"pairs", std::to_string(pairs)}},
            .data = {{"fates", std::move(fates)}, {"entered", entered}, {"known", counts[Fate::Known]}, {"twice", counts[Fate::Twice]}, {"pairs", pairs}}};
    }

    db::WriteTx& m_tx;
    operations::Context& m_context;
    ImportBusinesses const& m_input;
    ImportId m_id;
    std::vector<ReadRow> m_rows;
    std::map<std::string, Placed> m_places;
    std::unordered_map<std::string, PersonId> m_owners;
    std::vector<std::unique_ptr<Profile>> m_profiles;
    std::unordered_map<std::string, std::vector<Profile const*>> m_by_owner, m_by_name;
};

} // namespace

Result<operations::Answer> import_businesses(db::WriteTx& tx, operations::Context& context, ImportBusinesses const& input)
{
    if (input.as_of > context.today)
        return Error::field("as_of", "enterprise.future", input.as_of.iso());
    Importer importer(tx, context, input);
    TRY(importer.read_all());
    return importer.write();
}

sheets::Kind const& business_sheet()
{
    static sheets::Kind const kind {"enterprise.import", "rows", "contoh-umkm",
        {{"owner_name", TR_NOOP("Nama pemilik"), {"nama", "pemilik", "nama pengusaha", "nama pelaku usaha", "nama lengkap"}},
            {"owner_nik", TR_NOOP("NIK"), {"no ktp", "nomor ktp", "no nik", "ktp"}, false}, {"owner_phone", TR_NOOP("Nomor telepon"), {"telepon", "no telepon", "no telp", "no hp", "hp", "telp", "wa"}, false},
            {"sex", TR_NOOP("Jenis kelamin"), {"jk", "l p", "kelamin"}, false}, {"birth_date", TR_NOOP("Tanggal lahir"), {"tgl lahir"}, false, false, true},
            {"name", TR_NOOP("Nama usaha"), {"usaha", "nama toko", "nama umkm"}, false}, {"brand", TR_NOOP("Merek dagang"), {"merek", "merk", "brand"}, false},
            {"activity", TR_NOOP("Kegiatan"), {"jenis usaha", "bidang usaha", "produk", "kegiatan usaha"}}, {"kbli", TR_NOOP("KBLI"), {"kode kbli"}, false},
            {"place_kind", TR_NOOP("Tempat usaha"), {"jenis tempat"}, false}, {"place", TR_NOOP("RT atau kelurahan usaha"), {"wilayah", "rt rw", "kelurahan", "tempat", "kode wilayah"}, true, true},
            {"address", TR_NOOP("Alamat usaha"), {"alamat"}, false}, {"started", TR_NOOP("Mulai (bulan)"), {"mulai", "berdiri", "mulai usaha"}, false, false, true}, {"nib", TR_NOOP("NIB"), {"no nib", "nomor nib"}, false}},
        {{"Sri Utami (contoh)", "3572025708450002", "0812-3456-7890", "P", "17/08/1945", "Dapur Bu Sri", "Bu Sri", "Kue kering", "2025:10710", "rumah", "RT 02 RW 03 Plosokerep", "Jl. Mawar 7", "2021-03",
             "1112210007923"},
            {"Joko Susilo (contoh)", "", "+62 813 1111 2222", "L", "1980-05-02", "Warung Pak Joko", "", "Keripik singkong", "2025:10794", "toko", "35.72.03.1002", "", "", ""}},
        "umkm", {{"source", TR_NOOP("Asal daftar"), sheets::Extra::Kind::Text}, {"as_of", TR_NOOP("Keadaan per tanggal"), sheets::Extra::Kind::Date, true}}, "enterprise.import", "/umkm/impor",
        TR_NOOP("Impor UMKM"), TR_NOOP("Satu baris satu kegiatan. Yang sudah tercatat tidak dicatat dua kali; yang mirip ditandai untuk dibandingkan."), "/umkm", TR_NOOP("UMKM")};
    return kind;
}

} // namespace rtkeren::enterprise
