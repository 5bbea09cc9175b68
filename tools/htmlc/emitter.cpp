#include "emitter.hpp"

#include "context.hpp"
#include "expression.hpp"
#include "parser.hpp"

#include <algorithm>
#include <list>
#include <map>

namespace htmlc {
namespace {

class Emitter {
public:
    Emitter(std::string room, std::vector<std::filesystem::path> dirs) : m_room(std::move(room)), m_dirs(std::move(dirs)) { }

    std::string page(std::filesystem::path const& path)
    {
        auto const& source = m_sources.emplace_back(load(path));
        auto parsed = parse(source);
        if (parsed.page.empty())
            fail({&source, 0}, "the first line must be {# page <Struct> #}");
        if (parsed.layout.empty())
            nodes(parsed.nodes);
        else
            with_layout(source, parsed);
        m_context.finish({&source, source.text.size()});
        flush();
        return "// Compiled from " + source.shown + ".\n#include \"" + m_room + "/pages.hpp\"\n\n#include \"html/html.hpp\"\n#include \"language/language.hpp\"\n\nnamespace rtkeren::"
            + m_room + " {\n\nvoid render(html::Out& out, [[maybe_unused]] " + std::string(parsed.page) + " const& page)\n{\n    using namespace html;\n" + m_code
            + "}\n\n} // namespace rtkeren::" + m_room + "\n";
    }

private:
    void with_layout(Source const& source, Template const& parsed)
    {
        for (auto const& node : parsed.nodes) {
            if (node.kind == Kind::Text && squeezed(node.head).empty())
                continue;
            if (node.kind != Kind::Block)
                fail(node.place, "a page with a layout holds blocks only");
            m_blocks.emplace(node.head, &node);
        }
        auto const& layout = m_sources.emplace_back(find({&source, 0}, parsed.layout));
        auto outer = parse(layout);
        m_in_layout = true;
        nodes(outer.nodes);
        for (auto const& [name, node] : m_blocks)
            if (!m_used_blocks.contains(name))
                fail(node->place, "the layout has no block '" + std::string(name) + "'");
    }

    Source find(Place place, std::string_view name) const
    {
        for (auto const& dir : m_dirs)
            if (auto path = dir / ("_" + std::string(name) + ".html"); std::filesystem::exists(path))
                return load(path);
        fail(place, "there is no _" + std::string(name) + ".html in the page folders");
    }

    void nodes(Nodes const& all)
    {
        for (auto const& node : all) {
            switch (node.kind) {
            case Kind::Text: m_context.feed(node.place, node.head, sink()); break;
            case Kind::Print: print(node); break;
            case Kind::If: branches(node); break;
            case Kind::For: loop(node); break;
            case Kind::Include: include(node); break;
            case Kind::Block: block(node); break;
            case Kind::Translate: translate(node); break;
            }
        }
    }

    Context::Sink sink()
    {
        return {[this](std::string_view literal) { m_literal += literal; },
            [this](Place place, std::string_view text) { statement(place, "out.attr(" + translation(place, {std::string(text)}, {}, {}) + ");"); }};
    }

    void print(Node const& node) { write(node.place, Expression(node.place, node.head, m_scope).value()); }

    void write(Place place, std::string const& value)
    {
        switch (m_context.value(place, sink())) {
        case Context::Where::Text: return statement(place, "out.text(" + value + ");");
        case Context::Where::UrlStart: return statement(place, "out.url(" + value + ");");
        case Context::Where::UrlRest: return statement(place, "out.url_part(" + value + ");");
        case Context::Where::Attribute: return statement(place, "out.attr(" + value + ");");
        }
    }

    void branches(Node const& node)
    {
        m_context.block(node.place, sink());
        auto before = m_context;
        auto after = std::vector<Context> {};
        auto has_else = false;
        for (auto const& branch : node.branches) {
            auto head = branch.head.empty() ? std::string {} : "if (" + Expression(node.place.at(branch.head), branch.head, m_scope).condition() + ") ";
            statement(branch.head.empty() ? node.place : node.place.at(branch.head), (after.empty() ? "" : "} else ") + head + "{");
            has_else = branch.head.empty();
            m_context = before;
            nodes(branch.nodes);
            m_context.block(node.place, sink());
            after.push_back(m_context);
        }
        plain("}");
        m_context = has_else ? after.front() : before;
        for (auto const& end : after)
            m_context.merge(node.place, end);
    }

    void loop(Node const& node)
    {
        m_context.block(node.place, sink());
        Expression head(node.place, node.branches[0].head, m_scope);
        auto name = head.name();
        head.expect("in");
        auto number = std::to_string(++m_locals);
        statement(node.place, "{ auto const& list_" + number + " = " + head.value() + "; [[maybe_unused]] html::Loop loop_" + number + ";");
        plain("for ([[maybe_unused]] auto const& " + name + "_" + number + " : list_" + number + ") {");
        auto before = m_context;
        auto depth = m_scope.size();
        m_scope.emplace_back(name, name + "_" + number);
        m_scope.emplace_back("loop", "loop_" + number);
        nodes(node.branches[0].nodes);
        m_scope.resize(depth);
        m_context.block(node.place, sink());
        plain("loop_" + number + ".next(); }");
        auto after = m_context;
        m_context = before;
        if (node.branches.size() > 1) {
            plain("if (!html::truthy(list_" + number + ")) {");
            nodes(node.branches[1].nodes);
            m_context.block(node.place, sink());
            plain("}");
        }
        m_context.merge(node.place, after);
        plain("}");
    }

    void block(Node const& node)
    {
        if (!m_in_layout)
            fail(node.place, "blocks belong to layouts and to pages with {% layout … %}");
        auto own = m_blocks.find(node.head);
        m_used_blocks.emplace(node.head, true);
        nodes((own == m_blocks.end() ? node : *own->second).branches[0].nodes);
    }

    /// Reads `name=value` pairs; a leading underscore translates a string.
    std::map<std::string, std::string> pairs(Expression& text)
    {
        std::map<std::string, std::string> found;
        while (!text.at_end()) {
            auto place = text.here();
            auto name = text.name();
            if (!text.take("="))
                fail(place, "expected " + name + "=value");
            auto translated = name.starts_with('_');
            if (translated && !text.at_literal())
                fail(place, "only a text in quotes can be translated");
            auto value = translated ? translation(place, {text.literal()}, {}, {}) : text.postfix();
            if (!found.emplace(translated ? name.substr(1) : name, value).second)
                fail(place, name + " is given twice");
        }
        return found;
    }

    void include(Node const& node)
    {
        m_context.block(node.place, sink());
        Expression call(node.place, node.head, m_scope);
        auto name = call.name();
        auto given = pairs(call);
        auto& source = m_sources.emplace_back(find(node.place, name.starts_with('_') ? name.substr(1) : name));
        while (source.text.ends_with('\n'))
            source.text.pop_back();
        if (++m_depth > 20)
            fail(node.place, "includes go round in a circle");
        auto partial = parse(source);
        plain("{");
        auto depth = m_scope.size();
        arguments(node.place, source, partial, given);
        nodes(partial.nodes);
        m_scope.resize(depth);
        plain("}");
        --m_depth;
    }

    /// Binds what the partial's contract names, given or by default.
    void arguments(Place call, Source const& source, Template const& partial, std::map<std::string, std::string>& given)
    {
        Expression contract({&source, 0}, partial.args.data() ? partial.args : std::string_view(source.text).substr(0, 0), m_scope);
        while (!contract.at_end()) {
            auto place = contract.here();
            auto name = contract.name();
            auto has_default = contract.take("=");
            auto fallback = has_default ? contract.postfix() : std::string {};
            auto own = given.extract(name);
            if (own.empty() && !has_default)
                fail(call, source.shown + " needs " + name + "=");
            auto local = name + "_" + std::to_string(++m_locals);
            statement(own.empty() ? place : call, "[[maybe_unused]] auto const& " + local + " = " + (own.empty() ? fallback : own.mapped()) + ";");
            m_scope.emplace_back(name, local);
        }
        if (!given.empty())
            fail(call, source.shown + " has no argument " + given.begin()->first);
    }

    void translate(Node const& node)
    {
        std::vector<std::string> texts;
        for (auto const& branch : node.branches) {
            std::string text;
            for (auto const& part : branch.nodes) {
                if (part.kind != Kind::Text)
                    fail(part.place, "a translated text holds plain text and {placeholders}");
                text += part.head;
            }
            if (auto tag = text.find('<'); tag != std::string::npos)
                fail(node.place, "a translated text holds no tags");
            texts.push_back(squeezed(text));
        }
        if (texts[0].empty())
            fail(node.place, "this text is empty");
        Expression head(node.place, node.head, m_scope);
        auto given = node.head.empty() ? std::map<std::string, std::string> {} : pairs(head);
        auto count = given.extract("n");
        if ((texts.size() == 2) != !count.empty())
            fail(node.place, "a plural has n=… and {% many %}");
        write(node.place, translation(node.place, texts, given, count.empty() ? std::string {} : count.mapped()));
    }

    /// The call of tr or trn with the text as a literal, so that xgettext finds it.
    std::string translation(Place place, std::vector<std::string> const& texts, std::map<std::string, std::string> const& given, std::string const& count)
    {
        std::map<std::string, std::string> used;
        for (auto const& text : texts)
            placeholders(place, text, given, used, !count.empty());
        for (auto const& [name, value] : given)
            if (!used.contains(name))
                fail(place, "{" + name + "} is bound but not in the text");
        auto call = (count.empty() ? "tr(" : "trn(") + cpp_literal(texts[0]);
        if (!count.empty())
            call += ", " + cpp_literal(texts[1]) + ", html::count(" + count + ")";
        std::string list;
        for (auto const& [name, value] : used)
            list += (list.empty() ? "" : ", ") + ("{" + cpp_literal(name)) + ", html::shown(" + value + ")}";
        return call + (list.empty() ? ")" : ", {" + list + "})");
    }

    void placeholders(Place place, std::string_view text, std::map<std::string, std::string> const& given, std::map<std::string, std::string>& used, bool plural)
    {
        for (auto open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
            auto close = text.find('}', open);
            auto name = std::string(text.substr(open + 1, close == std::string_view::npos ? close : close - open - 1));
            if (close == std::string_view::npos || name.empty() || !std::all_of(name.begin(), name.end(), is_name))
                fail(place, "a placeholder is one name in braces: {left}");
            if (plural && name == "n")
                continue;
            auto own = given.find(name);
            auto local = std::find_if(m_scope.rbegin(), m_scope.rend(), [&](auto const& bound) { return bound.first == name; });
            used[name] = own != given.end() ? own->second : local != m_scope.rend() ? local->second : "page." + name;
        }
    }

    void flush()
    {
        if (m_literal.empty())
            return;
        m_code += "    out.raw(";
        for (std::string_view rest = m_literal; !rest.empty();) {
            auto line = rest.substr(0, rest.find('\n') == std::string_view::npos ? rest.size() : rest.find('\n') + 1);
            m_code += (rest.size() == m_literal.size() ? "" : "\n            ") + cpp_literal(line);
            rest.remove_prefix(line.size());
        }
        m_code += ");\n";
        m_literal.clear();
    }

    void plain(std::string const& code)
    {
        flush();
        m_code += "    " + code + "\n";
    }

    void statement(Place place, std::string const& code)
    {
        flush();
        m_code += "#line " + std::to_string(place.line()) + " " + cpp_literal(place.source->shown) + "\n    " + code + "\n";
    }

    std::string m_room;
    std::vector<std::filesystem::path> m_dirs;
    std::list<Source> m_sources; // never moved: nodes point into them
    std::map<std::string_view, Node const*> m_blocks;
    std::map<std::string_view, bool> m_used_blocks;
    bool m_in_layout {false};
    Context m_context;
    Scope m_scope;
    int m_locals {0};
    int m_depth {0};
    std::string m_literal;
    std::string m_code;
};

} // namespace

std::string compile(std::string const& room, std::filesystem::path const& page, std::vector<std::filesystem::path> const& include_dirs)
{
    return Emitter(room, include_dirs).page(page);
}

} // namespace htmlc
