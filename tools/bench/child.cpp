#include "child.hpp"

#include "report.hpp"

#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace rtkeren::bench {

namespace {

Result<pid_t> spawn(std::vector<std::string>& command)
{
    std::vector<char*> arguments;
    for (auto& word : command)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t child = 0;
    auto const failed = ::posix_spawnp(&child, arguments.front(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0)
        return Error::unavailable("bench.program", command.front() + ": " + std::strerror(failed));
    return child;
}

} // namespace

Result<Ended> run_to_end(std::vector<std::string> command)
{
    Stopwatch const watch;
    auto const child = TRY(spawn(command));
    int status = 0;
    rusage used {};
    ::wait4(child, &status, 0, &used);
    return Ended {watch.seconds(), static_cast<double>(used.ru_maxrss) / 1024, WIFEXITED(status) && WEXITSTATUS(status) == 0};
}

Result<Child> Child::start(std::vector<std::string> command)
{
    auto const id = TRY(spawn(command));
    return Child(id);
}

Child::Child(Child&& other) noexcept : m_id(std::exchange(other.m_id, 0)) { }

Child::~Child()
{
    if (m_id > 0) {
        ::kill(m_id, SIGTERM);
        ::waitpid(m_id, nullptr, 0);
    }
}

double Child::megabytes(std::string const& what) const
{
    std::ifstream in("/proc/" + std::to_string(m_id) + "/status");
    for (std::string line; std::getline(in, line);)
        if (line.starts_with(what + ":"))
            return std::stod(line.substr(what.size() + 1)) / 1024;
    return 0;
}

} // namespace rtkeren::bench
