#include "base/error.hpp"

#include "base/check.hpp"

namespace rtkeren {

int exit_code_of(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Invalid: return 2;
    case ErrorKind::NotFound: return 3;
    case ErrorKind::Forbidden: return 4;
    case ErrorKind::Conflict: return 5;
    case ErrorKind::Retry: return 6;
    case ErrorKind::Unavailable: return 7;
    case ErrorKind::Internal: return 1;
    }
    check_failed("kind of error");
}

int http_status_of(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Invalid: return 422;
    case ErrorKind::NotFound: return 404;
    case ErrorKind::Forbidden: return 403;
    case ErrorKind::Conflict: return 409;
    case ErrorKind::Retry:
    case ErrorKind::Unavailable: return 503;
    case ErrorKind::Internal: return 500;
    }
    check_failed("kind of error");
}

std::string_view name_of(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Invalid: return "invalid";
    case ErrorKind::NotFound: return "not_found";
    case ErrorKind::Forbidden: return "forbidden";
    case ErrorKind::Conflict: return "conflict";
    case ErrorKind::Retry: return "retry";
    case ErrorKind::Unavailable: return "unavailable";
    case ErrorKind::Internal: return "internal";
    }
    check_failed("kind of error");
}

std::string_view name_of(Severity severity)
{
    switch (severity) {
    case Severity::Info: return "info";
    case Severity::Warn: return "warn";
    case Severity::Block: return "block";
    }
    check_failed("severity");
}

std::optional<Severity> severity_of(std::string_view name)
{
    for (auto severity : {Severity::Info, Severity::Warn, Severity::Block}) {
        if (name_of(severity) == name)
            return severity;
    }
    return std::nullopt;
}

} // namespace rtkeren
