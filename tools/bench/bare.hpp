#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <mutex>
#include <string>
#include <variant>
#include <vector>

/// The bare drivers doing the same row writes: what the program writes to SQLite is listened to once, and then done again with nothing around it.
namespace rtkeren::bench {

using Value = std::variant<std::monostate, std::int64_t, std::string>;
struct Write {
    std::size_t statement; // in Recording::statements
    std::vector<Value> values; // $1 … $n
};
struct Recording {
    std::vector<std::string> statements;
    std::vector<std::vector<Write>> batches; // one per COMMIT
};

/// Listens to every SQLite connection that is opened while it lives. One at a time.
class Recorder {
public:
    Recorder();
    ~Recorder();
    Recorder(Recorder const&) = delete;
    Recorder& operator=(Recorder const&) = delete;
    /// From now on; what came before (founding, filling) is not kept.
    void start();
    [[nodiscard]] Recording take();
    void heard(void* statement); // of the driver

private:
    std::mutex m_mutex;
    bool m_is_on {false};
    Recording m_recording {};
    std::vector<Write> m_open {};
};

/// Seconds for all batches: one connection, statements prepared once, the program's own settings (WAL, synchronous FULL, foreign keys).
[[nodiscard]] Result<double> replay_on_sqlite(Recording const&, std::string const& path);
/// The same texts by libpq: one connection, prepared once, a transaction a batch.
[[nodiscard]] Result<double> replay_on_postgres(Recording const&, std::string const& url);

} // namespace rtkeren::bench
