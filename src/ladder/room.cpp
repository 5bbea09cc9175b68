#include "ladder/room.hpp"

#include "ladder/pages_room.hpp"
#include "ladder/sql.hpp"

namespace rtkeren::ladder {

std::vector<http::Route> routes(Services& services)
{
    std::vector<http::Route> all;
    for (auto const part : {board_routes, clinic_routes, process_routes, taken_routes, vector_routes, step_routes})
        for (auto& route : part(services))
            all.push_back(std::move(route));
    return all;
}

std::vector<operations::Operation> operations()
{
    using operations::make;
    return {
        make<RecordStep>("ladder.record_step", "", "Record a step that a business reached", record_step),
        make<CheckStep>("ladder.check_step", "enterprise.check", "Record what was found on looking at a step", check_step),
        make<LoseStep>("ladder.lose_step", "", "Record that a step ended", lose_step),
        make<DropStep>("ladder.drop_step", "", "Take out a step that was recorded by mistake", drop_step),
        make<InProcess>("ladder.in_process", "ladder.desk", "Record that a desk has a paper in hand, and until when", in_process),
        make<EndProcess>("ladder.end_process", "ladder.desk", "Record that nothing came of what a desk had in hand", end_process),
        make<LinkTopic>("ladder.link_topic", "ladder.clinic", "Say that a topic is the clinic for a step", link_topic),
        make<LinkTopic>("ladder.unlink_topic", "ladder.clinic", "Say that a topic is no clinic for a step", unlink_topic),
    };
}

std::vector<workflow::Machine> machines() { return {}; }

std::vector<screens::NavEntry> navigation()
{
    return {{"enterprise.read", "/penghalang", TR_NOOP("Penghalang"), "hand-stop", 62, screens::NavPart::Market}, {"enterprise.read", "/naik-kelas", TR_NOOP("Naik kelas"), "chart-bar", 63, screens::NavPart::Market}};
}

std::vector<screens::Panel> panels() { return vector_panels(); }

std::vector<evidence::Placed> places()
{
    return {{"ladder_step", [](db::ReadTx& tx, CityId city, std::string_view subject) -> Result<std::optional<evidence::Standing>> {
                 auto const row = TRY(tx.maybe(sql::place_of_step, city, subject));
                 return row ? std::optional(evidence::Standing {row->text(0), {}}) : std::nullopt;
             }}};
}

std::vector<sheets::Kind const*> imports() { return {}; }

void register_messages() { language::register_messages(messages()); }

} // namespace rtkeren::ladder
