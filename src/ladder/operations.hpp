#pragma once

#include "ladder/store.hpp"

/// The ladder's operations: what the room declares, one function each.
namespace rtkeren::ladder {

[[nodiscard]] Result<operations::Answer> record_step(db::WriteTx&, operations::Context&, RecordStep const&);
[[nodiscard]] Result<operations::Answer> check_step(db::WriteTx&, operations::Context&, CheckStep const&);
[[nodiscard]] Result<operations::Answer> lose_step(db::WriteTx&, operations::Context&, LoseStep const&);
[[nodiscard]] Result<operations::Answer> drop_step(db::WriteTx&, operations::Context&, DropStep const&);
[[nodiscard]] Result<operations::Answer> in_process(db::WriteTx&, operations::Context&, InProcess const&);
[[nodiscard]] Result<operations::Answer> end_process(db::WriteTx&, operations::Context&, EndProcess const&);
[[nodiscard]] Result<operations::Answer> link_topic(db::WriteTx&, operations::Context&, LinkTopic const&);
[[nodiscard]] Result<operations::Answer> unlink_topic(db::WriteTx&, operations::Context&, LinkTopic const&);

/// A step with the business that stands for it now, for who may read it: ladder.no_step.
struct StepGround {
    Step step;
    enterprise::Business business;
};
[[nodiscard]] Result<StepGround> step_ground(db::ReadTx&, Actor const&, StepId);
/// Who looks: somebody with enterprise.check there who neither entered it nor owns the business.
[[nodiscard]] bool may_check(Actor const&, StepGround const&);
/// Who writes businesses there, and the owner.
[[nodiscard]] bool may_write(Actor const&, enterprise::Business const&);

/// "P-IRT", "Titip jual": of a paper or another step.
[[nodiscard]] std::string step_name(std::string_view step);
/// "/naik-kelas/01H…"
[[nodiscard]] std::string vector_href(enterprise::BusinessId);

} // namespace rtkeren::ladder
