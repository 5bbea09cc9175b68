#include "training/operations.hpp"

#include "audit/audit.hpp"
#include "jobs/jobs.hpp"
#include "secrets/secrets.hpp"
#include "training/certificates.hpp"
#include "training/sql.hpp"

namespace rtkeren::training {
namespace {

constexpr std::size_t code_length = 20; // of hex: 80 bits, nobody guesses one

} // namespace

Result<Answer> issue_certificates(db::WriteTx& tx, Context& context, IssueCertificates const& input)
{
    auto const course = TRY(manageable(tx, context.actor, context.city, input.course));
    TRY(check_state(course, {"results", "closed"}));
    std::int64_t count = 0;
    for (auto const& seat : TRY(seats_of(tx, context.city, course.id))) {
        if (seat.state != "finished" || !seat.certificate_number.empty())
            continue;
        auto const number = TRY(programme::next_number(tx, context.city, "SERT", context.today.year()));
        auto const code = context.services.keys.lookup("certificate", number).substr(0, code_length);
        TRY(tx.run(sql::set_certificate, context.city, seat.id, number, code, context.now));
        ++count;
    }
    if (count == 0)
        return Error::conflict("training.no_certificate_due");
    TRY(audit::append(tx, context, {"training.issue_certificates", "course", course.id.str(), course.unit_code, {{"count", count}}}));
    TRY(jobs::emit(tx, context, {"training.certificates_issued", course.id.str(), {{"count", count}}}));
    return Answer {.id = course.id.str(), .href = href_of(course.id), .message = "training.certificates_issued", .arguments = {{"count", std::to_string(count)}}};
}

Result<Answer> withdraw_certificate(db::WriteTx& tx, Context& context, SeatStep const& input)
{
    auto const seat = TRY(stored_seat(tx, context.city, input.seat));
    auto const course = TRY(manageable(tx, context.actor, context.city, seat.course));
    if (seat.certificate_code.empty())
        return Error::conflict("training.no_certificate");
    TRY(tx.run(sql::insert_withdrawn_certificate, context.city, seat.certificate_code, seat.id, seat.certificate_number, *seat.certificate_at, context.now, input.reason, context.actor.user));
    TRY(tx.run(sql::set_certificate, context.city, seat.id, std::nullopt, std::nullopt, std::nullopt));
    TRY(audit::append(tx, context, {"training.withdraw_certificate", "seat", seat.id.str(), course.unit_code, {{"number", seat.certificate_number}}, input.reason.str()}));
    return Answer {.id = seat.id.str(), .href = href_of(course.id) + "/peserta/" + seat.id.str(), .message = "training.certificate_withdrawn", .arguments = {{"number", seat.certificate_number}}};
}

Result<Certificate> certificate_by_code(db::ReadTx& tx, CityId city, std::string_view code)
{
    Certificate found;
    SeatId id;
    if (auto const row = TRY(tx.maybe(sql::certificate_of_code, city, code)); row) {
        id = row->id<SeatId>(0);
        auto const seat = TRY(stored_seat(tx, city, id));
        found.number = seat.certificate_number;
        found.issued_at = *seat.certificate_at;
    } else {
        auto const gone = TRY(tx.one("training.no_certificate_code", sql::withdrawn_certificate, city, code));
        id = gone.id<SeatId>(0);
        found.number = gone.text(1);
        found.issued_at = gone.instant(2);
        found.withdrawn_at = gone.instant(3);
    }
    found.code = std::string(code);
    found.seat = TRY(stored_seat(tx, city, id));
    found.course = TRY(course(tx, city, found.seat.course));
    return found;
}

} // namespace rtkeren::training
