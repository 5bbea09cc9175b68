#pragma once

#include "base/date.hpp"
#include "base/error.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What people read. The msgid is the Indonesian sentence; English comes from po/en.po, embedded in the program.
/// A sentence without a translation is shown in Indonesian.
namespace rtkeren::language {

/// The language of this thread while it lives: one per request, job or command. Without one it is Indonesian.
///
///     language::Use use(Language::English);
class Use {
public:
    explicit Use(Language);
    ~Use();
    Use(Use const&) = delete;
    Use& operator=(Use const&) = delete;

private:
    Language m_before;
};

[[nodiscard]] Language current();
/// "id", "en": for `lang=` and cookies. Anything else reads as Indonesian.
[[nodiscard]] std::string_view code_of(Language);
[[nodiscard]] Language language_of(std::string_view code);

/// Literal texts only, so that xgettext finds them: tr("Catat belanja"), tr("Sisa {left}", {{"left", "Rp5.000"}}).
[[nodiscard]] std::string tr(std::string_view msgid);
[[nodiscard]] std::string tr(std::string_view msgid, Arguments const&);
/// Chooses by n and binds {n}: trn("{n} warga", "{n} warga", count).
[[nodiscard]] std::string trn(std::string_view one, std::string_view many, std::int64_t n, Arguments const& = {});

/// Puts values into `{name}`. With a kind the raw value is formatted for the current language: `{left:rp}` whole rupiah,
/// `{due:date}` an ISO date, `{count:n}` an integer, `{share:bp}` hundredths of a percent ("27,3 %").
/// A name without a value stays as it is written, a value that does not fit its kind is shown raw.
[[nodiscard]] std::string fill(std::string_view text, Arguments const&);

/// The sentence of one error, verdict or label code. Rows are written with TR_NOOP so that they are extracted.
///
///     constexpr language::Message messages[] = {{"purse.closed", TR_NOOP("Kantong ini sudah ditutup.")}};
struct Message {
    std::string_view code;
    std::string_view indonesian;
};

/// At start, from app, once per room, before threads run. The rows must live for ever. A code given twice is our bug and stops the program.
void register_messages(std::span<Message const>);
[[nodiscard]] bool has_message(std::string_view code);
/// Every registered row, base codes included, by code; for tests and generated documentation.
[[nodiscard]] std::vector<Message> all_messages();

/// The sentence for a code in the current language; an unknown code is named inside a general sentence.
[[nodiscard]] std::string word(std::string_view code, Arguments const& = {});
[[nodiscard]] std::string word(FieldError const&); // {value} is what was sent
[[nodiscard]] std::string word(Error const&);
[[nodiscard]] std::string word(Verdict const&);

} // namespace rtkeren::language

namespace rtkeren {

using language::tr;
using language::trn;

} // namespace rtkeren

/// Marks a text for extraction where it cannot be translated yet (message tables).
#define TR_NOOP(text) text
