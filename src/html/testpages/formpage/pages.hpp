#pragma once

#include "html/html.hpp"

/// A page for html_test alone: every form partial, compiled as any page is.
namespace rtkeren::formpage {

struct FormPage {
    html::Frame frame;
    html::FormState form;
    std::string action;
    std::string query;
    std::vector<html::Option> options;
};
void render(html::Out&, FormPage const&);

} // namespace rtkeren::formpage
