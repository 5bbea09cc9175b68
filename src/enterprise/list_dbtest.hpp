#pragma once

#include "documents/workbook.hpp"
#include "enterprise/fixture_dbtest.hpp"
#include "enterprise/merge.hpp"

#include <boost/json/parse.hpp>

namespace rtkeren::enterprise {

/// Lists of offices on their way into the registry; bytes of a CSV or of a workbook.
struct ListTest : RegistryTest {
    std::string wrong; // fields and codes of the last refusal

    Result<operations::Answer> import(std::string const& csv, bool attempt = false)
    {
        auto lines = sheets::read(business_sheet(), documents::read_workbook_bytes(csv).value()).value();
        wrong.clear();
        for (auto const& line : lines.lines)
            for (auto const& error : line.errors)
                wrong += error.name + " " + error.code + "; ";
        auto input = sheets::input_of(business_sheet(), lines, {{"source", "Data Dinas 2025"}, {"as_of", "2025-12-31"}});
        input["id"] = env.ulid().text();
        auto const operation = std::ranges::find(all, "enterprise.import", &operations::Operation::name);
        operations::Call const call {*operation, dewi, input};
        auto answer = attempt ? operations::attempt(services, call) : operations::run(services, call);
        if (!answer.ok())
            for (auto const& field : answer.error().fields)
                wrong += field.name + " " + field.code + "; ";
        return answer;
    }
    static std::string fates(operations::Answer const& answer)
    {
        std::string text;
        for (auto const& fate : answer.data.at("fates").as_array())
            text += (text.empty() ? "" : " ") + std::string(fate.as_string().subview(std::string_view("enterprise.fate_").size()));
        return text;
    }
    std::int64_t count()
    {
        auto const file = get(dewi, "/umkm", {{"format", "json"}, {"limit", "200"}}).body;
        return std::int64_t(boost::json::parse(file).at("items").as_array().size());
    }
};

inline constexpr std::string_view heading = "Nama Pemilik;No KTP;No HP;Jenis Kelamin;Tgl Lahir;Nama Usaha;Jenis Usaha;Kode KBLI;Tempat Usaha;RT RW;Mulai;NIB\n";

} // namespace rtkeren::enterprise
