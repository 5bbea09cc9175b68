#pragma once

#include "language/language.hpp"

namespace rtkeren::screens {

/// The handler of a page or form: speaks the visitor's language and turns a refusal into its page.
template<class Work>
http::Handler page(Services& services, Work work)
{
    return [&services, work](http::Exchange& exchange) -> http::Response {
        language::Use const use(exchange.language);
        Result<http::Response> answer = work(services, exchange);
        if (!answer.ok())
            return refusal(services, exchange, answer.error());
        return std::move(answer).value();
    };
}

} // namespace rtkeren::screens
