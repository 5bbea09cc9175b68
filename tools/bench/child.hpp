#pragma once

#include "base/result.hpp"

#include <string>
#include <sys/types.h>
#include <vector>

namespace rtkeren::bench {

/// Seconds and highest memory of another program, whose output goes nowhere.
struct Ended {
    double seconds;
    double megabytes;
    bool is_well;
};
[[nodiscard]] Result<Ended> run_to_end(std::vector<std::string> command);

/// A server that lives as long as this.
class Child {
public:
    static Result<Child> start(std::vector<std::string> command);
    Child(Child&&) noexcept;
    Child& operator=(Child&&) = delete;
    ~Child(); // SIGTERM, and waits
    /// Of /proc: "VmRSS", "VmHWM".
    [[nodiscard]] double megabytes(std::string const& what) const;

private:
    explicit Child(pid_t id) : m_id(id) { }
    pid_t m_id;
};

} // namespace rtkeren::bench
