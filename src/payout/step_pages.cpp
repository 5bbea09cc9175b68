#include "evidence/evidence.hpp"
#include "identity/identity.hpp"
#include "language/language.hpp"
#include "payout/page_parts.hpp"

#include <algorithm>
#include <array>

namespace rtkeren::payout {

namespace {

enum class On : std::uint8_t { Pokmas, Contract, Tranche };

/// One step: under `/pokmas/{id}/`, `/kontrak/{id}/` or `/pencairan/{id}/`.
struct StepForm {
    On on;
    std::string_view path, operation, permission; // of the route; the operation judges the place
    std::string_view title; // msgid, also of the button
    std::string_view lead {}; // msgid
    std::string_view kind {}; // of the button
    std::vector<FormField> (*fields)() { nullptr };
    /// Where more than one office may: any of these over the place of the group.
    std::array<std::string_view, 4> offices {};
};

FormField reason_field() { return { "reason", tr("Alasan"), "long" }; }

std::vector<FormField> no_fields() { return {}; }
std::vector<FormField> reason_only() { return { reason_field() }; }
std::vector<FormField> reason_and_paper() { return { reason_field(), { "evidence", tr("Nomor surat"), "text", {}, false } }; }
std::vector<FormField> decree_fields()
{
    return { { "decree", tr("Nomor SK"), "text" }, { "decree_on", tr("Tanggal SK"), "date" }, { "decree_until", tr("Berlaku sampai"), "date" } };
}
std::vector<FormField> account_fields()
{
    return { { "bank", tr("Bank"), "text" }, { "account_number", tr("Nomor rekening"), "secret" },
        { "account_holder", tr("Nama pemilik di buku rekening"), "text", tr("Harus sama dengan nama pokmas") } };
}
std::vector<FormField> verify_fields()
{
    return { { "evidence", tr("Nomor surat bank atau bukti transfer percobaan"), "text" }, { "file", tr("Foto surat bank"), "file", {}, false } };
}
std::vector<FormField> officer_fields()
{
    std::vector<html::Option> positions;
    for (auto const position : { Position::Ketua, Position::Sekretaris, Position::Bendahara, Position::Pengawas, Position::Pelaksana, Position::Persiapan })
        positions.push_back({ std::string(name_of(position)), label_of(position) });
    return { { "comes.position", tr("Jabatan"), "select", {}, true, positions }, { "comes.name", tr("Nama pengganti"), "text" },
        { "comes.phone", tr("Nomor telepon"), "text", {}, false }, { "on", tr("Sejak"), "date" }, reason_field() };
}
std::vector<FormField> addendum_fields() { return { { "paper", tr("Nomor adendum"), "text" }, { "dated", tr("Tanggal adendum"), "date" }, reason_field() }; }
std::vector<FormField> end_fields() { return { { "paper", tr("Nomor surat"), "text" }, { "on", tr("Tanggal"), "date" }, reason_field() }; }
std::vector<FormField> spp_fields()
{
    auto const hint = tr("Kosongkan untuk nomor urut berikutnya");
    return { { "spp", tr("Nomor SPP"), "text", hint, false }, { "spm", tr("Nomor SPM"), "text", hint, false } };
}
std::vector<FormField> sp2d_fields() { return { { "number", tr("Nomor SP2D"), "text" }, { "date", tr("Tanggal SP2D"), "date" } }; }
std::vector<FormField> confirm_fields()
{
    return { { "date", tr("Tanggal uang masuk"), "date", tr("Seperti tercetak di rekening koran") }, { "amount", tr("Jumlah yang masuk"), "money" },
        { "slip", tr("Foto rekening koran atau bukti bank"), "file", {}, false } };
}
std::vector<FormField> bounce_fields() { return { { "date", tr("Tanggal retur"), "date" }, reason_field() }; }
std::vector<FormField> elsewhere_fields()
{
    return { { "receiver", tr("Pokmas yang menerima"), "select" }, { "date", tr("Tanggal uang masuk"), "date" }, reason_field() };
}
std::vector<FormField> sent_on_fields()
{
    return { { "date", tr("Tanggal diteruskan"), "date" }, { "evidence", tr("Nomor bukti transfer"), "text", {}, false } };
}

constexpr StepForm steps[] {
    { On::Pokmas, "sk", "payout.issue_decree", "payout.decree", TR_NOOP("Terbitkan SK"),
        TR_NOOP("Periksa dulu pengurus, nama dan alamat yang sama dengan pokmas lain."), "", decree_fields },
    { On::Pokmas, "rekening", "payout.set_account", "payout.manage", TR_NOOP("Isi rekening"),
        TR_NOOP("Rekening atas nama pokmas sendiri. Setelah diganti, rekening diperiksa lagi sebelum uang dikirim."), "", account_fields },
    { On::Pokmas, "periksa-rekening", "payout.verify_account", "payout.account", TR_NOOP("Nyatakan rekening benar"),
        TR_NOOP("Cocokkan dengan surat bank atau transfer percobaan."), "", verify_fields },
    { On::Pokmas, "aktifkan", "payout.activate", "payout.manage", TR_NOOP("Aktifkan pokmas"), "", "", no_fields },
    { On::Pokmas, "bekukan", "payout.suspend", "payout.decree", TR_NOOP("Bekukan pokmas"), TR_NOOP("Tidak ada uang yang keluar sampai diaktifkan kembali."),
        "danger", reason_and_paper },
    { On::Pokmas, "aktifkan-kembali", "payout.resume", "payout.decree", TR_NOOP("Aktifkan kembali"), "", "", reason_and_paper },
    { On::Pokmas, "sk-berakhir", "payout.expire", "payout.manage", TR_NOOP("Nyatakan SK berakhir"), "", "second", reason_and_paper },
    { On::Pokmas, "bubarkan", "payout.dissolve", "payout.decree", TR_NOOP("Bubarkan pokmas"),
        TR_NOOP("Hanya bisa bila tidak ada uang, utang, kontrak atau pencairan yang berjalan."), "danger", reason_and_paper },
    { On::Pokmas, "ganti-pengurus", "payout.replace_officer", "payout.manage", TR_NOOP("Ganti pengurus"),
        TR_NOOP("Yang memegang jabatan itu berhenti, penggantinya mulai."), "", officer_fields },
    { On::Contract, "adendum", "payout.addendum", "payout.contract", TR_NOOP("Catat adendum"),
        TR_NOOP("Semua rencana yang disetujui dan belum dikontrak masuk ke kontrak ini."), "", addendum_fields },
    { On::Contract, "akhiri", "payout.end_contract", "payout.contract", TR_NOOP("Akhiri kontrak"), TR_NOOP("Yang belum cair dibatalkan dan kembali ke kota."),
        "danger", end_fields },
    { On::Tranche, "verifikasi", "payout.verify", "payout.verify", TR_NOOP("Nyatakan lengkap"), "", "", no_fields },
    { On::Tranche, "setujui", "payout.approve", "payout.approve", TR_NOOP("Setujui pencairan"), "", "", no_fields },
    { On::Tranche, "spp", "payout.issue_spp", "payout.account", TR_NOOP("Terbitkan SPP"), "", "", spp_fields },
    { On::Tranche, "spm", "payout.sign_spm", "payout.approve", TR_NOOP("Tanda tangani SPM"), "", "", no_fields },
    { On::Tranche, "sp2d", "payout.record_sp2d", "payout.sp2d", TR_NOOP("Catat SP2D"), TR_NOOP("Uang keluar dari kas daerah."), "", sp2d_fields },
    { On::Tranche, "terima", "payout.confirm", "payout.confirm", TR_NOOP("Uang sudah masuk"), TR_NOOP("Isi seperti tercetak di rekening koran."), "",
        confirm_fields },
    { On::Tranche, "retur", "payout.bounce", "signed_in", TR_NOOP("Catat retur"), TR_NOOP("Bank mengembalikan uang ke kas daerah. SP2D baru bisa diterbitkan."),
        "", bounce_fields, { "payout.sp2d", "payout.account" } },
    { On::Tranche, "salah-rekening", "payout.arrived_elsewhere", "signed_in", TR_NOOP("Catat uang masuk ke pokmas lain"), "", "",
        elsewhere_fields, { "payout.sp2d", "payout.account" } },
    { On::Tranche, "diteruskan", "payout.send_on", "signed_in", TR_NOOP("Catat uang sudah diteruskan"), "", "", sent_on_fields },
    { On::Tranche, "kembalikan", "payout.return", "signed_in", TR_NOOP("Kembalikan untuk diperbaiki"), "", "second", reason_only,
        { "payout.verify", "payout.approve", "payout.account", "payout.sp2d" } },
    { On::Tranche, "tarik", "payout.withdraw", "signed_in", TR_NOOP("Tarik permintaan"), "", "danger", reason_only,
        { "payout.request", "payout.sp2d" } },
    { On::Tranche, "kirim", "payout.resubmit", "payout.request", TR_NOOP("Kirim lagi"), TR_NOOP("Syaratnya diperiksa ulang; jumlahnya bisa berubah."), "",
        no_fields },
};

std::string_view root_of(On on) { return on == On::Pokmas ? "/pokmas/" : on == On::Contract ? "/kontrak/" : "/pencairan/"; }
std::string_view key_of(On on) { return on == On::Pokmas ? "pokmas" : on == On::Contract ? "contract" : "tranche"; }

/// Name, facts and version of what the step is about; others than its readers get 404.
struct About {
    std::string name, version, question;
    std::vector<FactLine> facts;
    std::vector<Verdict> verdicts;
    std::vector<std::pair<std::string, std::string>> usual; // what the form begins with
};

Result<About> about_pokmas(Services& services, db::ReadTx& tx, Actor const& actor, std::string const& id, StepForm const& step)
{
    auto pokmas = TRY(readable_pokmas(tx, services.city, actor, id));
    auto item = TRY(workflow::find(tx, services.city, pokmas_machine().name, pokmas.id.ulid()));
    About about { pokmas.name, std::to_string(item.version), {},
        { { tr("Pokmas"), pokmas.name, href_of_pokmas(pokmas.id) }, { tr("Keadaan"), state_label(pokmas_machine(), pokmas.state) } }, {}, {} };
    if (!pokmas.account_masked.empty())
        about.facts.push_back({ tr("Rekening"), pokmas.bank + " " + pokmas.account_masked + ", " + pokmas.account_holder });
    if (step.path == "sk")
        about.verdicts = TRY(doubles_of(tx, services.city, pokmas));
    if (step.path == "rekening")
        about.usual = { { "account_holder", pokmas.name } };
    return about;
}

Result<About> about_contract(Services& services, db::ReadTx& tx, Actor const& actor, std::string const& id)
{
    auto parsed = ContractId::parse(id);
    if (!parsed.ok())
        return Error::not_found("payout.no_contract");
    auto found = TRY(contract(tx, services.city, *parsed));
    auto pokmas = TRY(readable_pokmas(tx, services.city, actor, found.pokmas.text()));
    return About { tr("Kontrak {number}", { { "number", found.number } }), std::to_string(found.version), {},
        { { tr("Kontrak"), found.number, href_of_contract(found.id) }, { tr("Pokmas"), pokmas.name, href_of_pokmas(pokmas.id) },
            { tr("Jumlah kontrak"), format_rupiah(found.amount) } },
        {}, {} };
}

/// Who reads a tranche is not yet who may take its steps.
Result<void> check_office(Actor const& actor, StepForm const& step, Pokmas const& group)
{
    auto const is_theirs = [&](std::string_view office) { return !office.empty() && may(actor, office, group.place, group.id.text()); };
    if (!step.offices.front().empty() && std::ranges::none_of(step.offices, is_theirs))
        return Error::forbidden("operation.not_allowed");
    return Done {};
}

/// Sending on is told by the group that got the money, or by the treasurer of its kelurahan.
Result<void> check_receiver(db::ReadTx& tx, CityId city, Actor const& actor, Tranche const& found)
{
    if (!found.elsewhere)
        return Error::conflict("payout.nothing_elsewhere");
    auto receiver = TRY(pokmas(tx, city, *found.elsewhere));
    if (!may(actor, "payout.account", receiver.place) && !may(actor, "payout.confirm", receiver.place, receiver.id.text()))
        return Error::forbidden("operation.not_allowed");
    return Done {};
}

Result<About> about_tranche(Services& services, db::ReadTx& tx, Actor const& actor, StepForm const& step, std::string const& id)
{
    auto parsed = TrancheId::parse(id);
    if (!parsed.ok())
        return Error::not_found("payout.no_tranche");
    auto found = TRY(tranche(tx, services.city, *parsed));
    auto group = TRY(pokmas(tx, services.city, found.pokmas));
    // The group that got another's money may record that it sent it on.
    auto const is_receiver = found.elsewhere && std::ranges::any_of(actor.grants, [&](Grant const& grant) { return grant.pokmas == found.elsewhere->text(); });
    if (!may_read(actor, group) && !is_receiver)
        return Error::not_found("payout.no_tranche");
    TRY(check_office(actor, step, group));
    if (step.path == "diteruskan")
        TRY(check_receiver(tx, services.city, actor, found));
    About about { title_of(found, group), std::to_string(found.version), {}, {}, {},
        { { "amount", format_number(found.amount.value()) }, { "date", services.today().iso() } } };
    about.question = tr("{amount} untuk {pokmas}. Lanjutkan?", { { "amount", format_rupiah(found.amount) }, { "pokmas", group.name } });
    about.facts = { { tr("Pencairan"), about.name, href_of_tranche(found.id) }, { tr("Jumlah"), format_rupiah(found.amount) },
        { tr("Keadaan"), state_label(tranche_machine(), found.state) },
        { tr("Rekening"), group.bank + " " + group.account_masked + ", " + group.account_holder } };
    if (!found.sp2d.empty())
        about.facts.push_back({ tr("SP2D"), found.sp2d });
    return about;
}

Result<About> about_of(Services& services, db::ReadTx& tx, Actor const& actor, StepForm const& step, std::string const& id)
{
    switch (step.on) {
    case On::Pokmas:
        return about_pokmas(services, tx, actor, id, step);
    case On::Contract:
        return about_contract(services, tx, actor, id);
    case On::Tranche:
        return about_tranche(services, tx, actor, step, id);
    }
    CHECK(false);
}

/// What only the database knows: which groups there are, and whether the year's pack lets the kelurahan withhold.
Result<void> complete_fields(Services& services, db::ReadTx& tx, StepForm const& step, std::string const& id, std::vector<FormField>& fields)
{
    if (step.path == "salah-rekening") {
        auto groups = TRY(pokmas_below(tx, services.city, ""));
        for (auto const& group : groups)
            if (group.state != "dissolved")
                fields.front().options.push_back({ group.id.str(), group.name + ", " + territory::short_name(territory::Level::Rw, group.place, "") });
    }
    if (step.path == "terima") {
        auto const parsed = TRY(TrancheId::parse(id));
        auto found = TRY(tranche(tx, services.city, parsed));
        auto pack = TRY(rules::released(tx, services.city, found.year));
        if (pack->choice("tax_withheld_by", "pokmas") == "kelurahan")
            fields.insert(fields.begin() + 2, { "withheld", tr("Dipotong bendahara kelurahan"), "money", tr("Isi 0 bila tidak dipotong"), false });
    }
    return Done {};
}

/// Replacing an officer or telling what the bank did is no decision on a version.
bool takes_version(StepForm const& step)
{
    auto const* operation = screens::registry().find(step.operation);
    CHECK(operation != nullptr);
    return std::ranges::find(operation->fields, "version", &operations::FieldInfo::name) != operation->fields.end();
}

Result<http::Response> step_page(Services& services, http::Exchange const& exchange, StepForm const& step, std::optional<html::FormState> refused)
{
    auto const id = exchange.parameter("id");
    FormPage page;
    About about;
    page.fields = step.fields();
    auto const fill = [&](db::ReadTx& tx) -> Result<void> {
        about = TRY(about_of(services, tx, exchange.actor(), step, id));
        return complete_fields(services, tx, step, id, page.fields);
    };
    TRY(db::read(services.db, fill));
    page.title = tr(step.title);
    page.lead = step.lead.empty() ? about.name : tr(step.lead);
    page.action = std::string(root_of(step.on)) + id + "/" + std::string(step.path);
    page.cancel_href = std::string(root_of(step.on)) + id;
    page.facts = std::move(about.facts);
    page.button = tr(step.title);
    page.button_kind = step.kind;
    page.confirm = about.question;
    page.frame = screens::frame(services, exchange, page.title, { { page.cancel_href, about.name }, { "", page.title } });
    page.form = refused ? std::move(*refused) : screens::fresh_form(services);
    if (!refused) {
        if (takes_version(step))
            page.form.set("version", about.version);
        for (auto& [name, value] : about.usual)
            page.form.set(name, std::move(value));
    }
    for (auto& card : cards_of(about.verdicts))
        page.form.verdicts.push_back(std::move(card));
    return screens::show(page);
}

/// Photos go to disk before the operation that names them.
Result<boost::json::object> step_input(Services& services, http::Exchange const& exchange, StepForm const& step)
{
    boost::json::object extra { { key_of(step.on), exchange.parameter("id") } };
    auto files = TRY(evidence::store_uploads(services, exchange.actor(), exchange.request));
    for (auto const& file : files)
        extra[file.field] = file.stored.sha256;
    return extra;
}

http::Handler get_step(Services& services, StepForm const& step)
{
    return screens::page(services, [&step](Services& s, http::Exchange& exchange) -> Result<http::Response> { return step_page(s, exchange, step, {}); });
}

/// A refused step that has no form of its own comes back to the page with the checklist.
http::Handler post_step(Services& services, StepForm const& step)
{
    return screens::page(services, [&step](Services& s, http::Exchange& exchange) -> Result<http::Response> {
        TRY(db::read(s.db, [&](db::ReadTx& tx) { return about_of(s, tx, exchange.actor(), step, exchange.parameter("id")); }));
        auto extra = TRY(step_input(s, exchange, step));
        return screens::submit(s, exchange, step.operation, extra, [&](html::FormState const& form, Error const&) -> Result<http::Response> {
            if (step.on == On::Tranche && step.fields == no_fields)
                return show_tranche(s, exchange, form);
            return step_page(s, exchange, step, form);
        });
    });
}

} // namespace

std::vector<http::Route> step_routes(Services& services)
{
    constexpr std::uint64_t form_room = 64 * 1024;
    std::vector<http::Route> routes;
    for (auto const& step : steps) {
        auto const pattern = std::string(root_of(step.on)) + "{id}/" + std::string(step.path);
        auto const fields = step.fields();
        auto const takes_file = std::ranges::find(fields, "file", &FormField::kind) != fields.end();
        routes.push_back({ http::Method::Get, pattern, std::string(step.permission), get_step(services, step), "Form of " + std::string(step.operation) });
        routes.push_back({ http::Method::Post, pattern, std::string(step.permission), post_step(services, step), "Run " + std::string(step.operation),
            takes_file ? evidence::size_limit + form_room : form_room });
    }
    return routes;
}

} // namespace rtkeren::payout
