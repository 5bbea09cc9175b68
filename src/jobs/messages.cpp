#include "jobs/jobs.hpp"
#include "language/language.hpp"

namespace rtkeren::jobs {

void register_messages()
{
    static constexpr language::Message rows[] = {
        {"job.not_found", TR_NOOP("Pekerjaan ini tidak ada.")},
        {"job.not_dead", TR_NOOP("Pekerjaan ini tidak sedang berhenti, jadi tidak perlu diulang.")},
        {"job.lost", TR_NOOP("Pekerjaan ini sudah diambil alih proses lain.")},
        {"job.queued_again", TR_NOOP("Pekerjaan masuk antrean lagi.")},
        {"job.kind", TR_NOOP("Jenis pekerjaan ini tidak dikenal.")},
        {"job.crashed", TR_NOOP("Pekerjaan ini lima kali terhenti di tengah jalan. Hubungi pengelola.")},
        {"job.exception", TR_NOOP("Pekerjaan ini gagal karena kesalahan program.")},
    };
    language::register_messages(rows);
}

} // namespace rtkeren::jobs
