#include "http/body.hpp"
#include "http/multipart.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace rtkeren::http {
namespace {

/// Writes down what a parser says, so that two runs can be compared.
class Recorder final : public PartSink {
public:
    Result<void> begin(Part part) override
    {
        log += "[" + part.name + "|" + part.filename + "|" + part.content_type + (part.is_file ? "|file]" : "]");
        return {};
    }
    Result<void> data(std::string_view bytes) override
    {
        log += bytes;
        return {};
    }
    Result<void> end() override
    {
        log += "[end]";
        return {};
    }
    std::string log;
};

std::string field(std::string const& name, std::string const& value)
{
    return "--XyZ\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
}

std::string file_part(std::string const& name, std::string const& filename, std::string const& bytes)
{
    return "--XyZ\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + filename + "\"\r\nContent-Type: image/jpeg\r\n\r\n" + bytes + "\r\n";
}

/// The outcome of one run over the pieces: what was recorded, then the error's code if there is one.
std::string run_parser(std::string const& body, std::vector<std::size_t> const& cuts)
{
    Recorder recorder;
    MultipartParser parser("XyZ", recorder);
    std::size_t at = 0;
    std::string code;
    for (std::size_t i = 0; i <= cuts.size() && code.empty(); ++i) {
        auto const end = i < cuts.size() ? std::clamp(cuts[i], at, body.size()) : body.size();
        auto const fed = parser.feed(std::string_view(body).substr(at, end - at));
        code = fed.ok() ? "" : fed.error().code;
        at = end;
    }
    if (code.empty()) {
        auto const finished = parser.finish();
        code = finished.ok() ? "" : finished.error().code;
    }
    // What arrived of a part before an error depends on the cuts; the error does not.
    return code.empty() ? recorder.log : code;
}

TEST(Multipart, ReadsFieldsAndFiles)
{
    auto const body = field("catatan", "dua\r\nbaris") + field("kosong", "") + file_part("foto", "C:\\foto\\nota.jpg", "\r\n--XyQ\r\n-") + "--XyZ--\r\n";
    EXPECT_EQ(run_parser(body, {}), "[catatan||]dua\r\nbaris[end][kosong||][end][foto|nota.jpg|image/jpeg|file]\r\n--XyQ\r\n-[end]");
    EXPECT_EQ(run_parser("preamble\r\n" + body + "epilogue", {}), run_parser(body, {}));
    EXPECT_EQ(run_parser("--XyZ--\r\n", {}), "");
}

TEST(Multipart, RefusesWhatIsNotWellFormed)
{
    std::string const name_of_65(65, 'n');
    std::vector<std::pair<std::string, std::string>> const cases {
        {"", "multipart.malformed"},
        {"no boundary", "multipart.malformed"},
        {field("a", "1"), "multipart.malformed"},
        {field("a", "1") + "--XyZ-", "multipart.malformed"},
        {field("a", "1") + "--XyZQ\r\n", "multipart.malformed"},
        {"--XyZ\r\n\r\nvalue\r\n--XyZ--", "multipart.malformed"},
        {"--XyZ\r\nContent-Type: text/plain\r\n\r\nvalue\r\n--XyZ--", "multipart.malformed"},
        {"--XyZ\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nvalue\r\n--XyZ--", "multipart.malformed"},
        {"--XyZ\r\nContent-Disposition: form-data; filename=\"a\"\r\n\r\nvalue\r\n--XyZ--", "multipart.malformed"},
        {"--XyZ\r\nnonsense\r\n\r\nvalue\r\n--XyZ--", "multipart.malformed"},
        {"--XyZ\r\nX: " + std::string(9000, 'x') + "\r\n\r\nvalue\r\n--XyZ--", "multipart.malformed"},
        {field("", "1") + "--XyZ--", "multipart.name"},
        {field("a b", "1") + "--XyZ--", "multipart.name"},
        {field(name_of_65, "1") + "--XyZ--", "multipart.name"},
    };
    for (auto const& [body, code] : cases)
        EXPECT_EQ(run_parser(body, {}), code) << body.substr(0, 80);
    std::string many;
    for (std::size_t i = 0; i < MultipartParser::parts_max; ++i)
        many += field("f", "x");
    EXPECT_TRUE(run_parser(many + "--XyZ--", {}).starts_with("[f||]x[end]"));
    EXPECT_EQ(run_parser(many + field("f", "x") + "--XyZ--", {}), "multipart.too_many_parts");
}

TEST(Multipart, GivesTheSamePartsHoweverTheBytesAreCut)
{
    EXPECT_TRUE(rc::check("any split of the bytes gives the same parts", [] {
        std::vector<std::string> const pieces {"\r\n--XyZ", "\r", "\n", "--", "-", "\r\n", "--XyZ--", "isi", "\r\n--Xy", " ", field("a", "b"),
            file_part("f", "x.jpg", "\r\n-"), "Content-Disposition: form-data; name=\"q\"\r\n\r\n"};
        auto const bits = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces));
        auto body = *rc::gen::element(field("pertama", "1"), std::string {});
        for (auto const& bit : bits)
            body += bit;
        body += *rc::gen::element(std::string("\r\n--XyZ--"), std::string {});
        auto cuts = *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, body.size() + 1));
        std::sort(cuts.begin(), cuts.end());
        RC_ASSERT(run_parser(body, cuts) == run_parser(body, {}));
    }));
}

TEST(Multipart, SplitAtEachByteChangesNothing)
{
    auto const body = field("a", "1\r\n--Xy") + "--XyZ  \r\n" + file_part("f", "n.jpg", std::string(300, '\r')).substr(7) + field("z", "") + "--XyZ--";
    auto const whole = run_parser(body, {});
    ASSERT_TRUE(whole.starts_with("[a||]"));
    for (std::size_t cut = 0; cut <= body.size(); ++cut)
        ASSERT_EQ(run_parser(body, {cut}), whole) << cut;
    std::vector<std::size_t> each(body.size());
    for (std::size_t i = 0; i < each.size(); ++i)
        each[i] = i;
    EXPECT_EQ(run_parser(body, each), whole);
}

TEST(Multipart, FindsItsBoundary)
{
    EXPECT_EQ(multipart_boundary("multipart/form-data; boundary=----WebKitFormBoundaryAb1"), "----WebKitFormBoundaryAb1");
    EXPECT_EQ(multipart_boundary("Multipart/Form-Data; charset=utf-8; boundary=\"a b\""), "a b");
    for (auto const* wrong : {"multipart/form-data", "multipart/mixed; boundary=a", "multipart/form-data; boundary=",
             "multipart/form-data; boundary=\"a\r\nb\""})
        EXPECT_FALSE(multipart_boundary(wrong).has_value()) << wrong;
    EXPECT_FALSE(multipart_boundary("multipart/form-data; boundary=" + std::string(71, 'x')).has_value());
}

TEST(Multipart, ShowsOnlyCleanFileNames)
{
    auto const shown = [](std::string const& filename) {
        return parse_part_headers("Content-Disposition: form-data; name=f; filename=\"" + filename + "\"").value().filename;
    };
    EXPECT_EQ(shown("../../etc/passwd"), "passwd");
    EXPECT_EQ(shown("nota \\\"asli\\\".jpg"), "nota \"asli\".jpg");
    EXPECT_EQ(shown("a\x01\tb.jpg"), "ab.jpg");
    EXPECT_EQ(shown("\xff\xfe"), "berkas");
    std::string long_name;
    for (int i = 0; i < 150; ++i)
        long_name += "é";
    EXPECT_EQ(shown(long_name).size(), 200U);
    EXPECT_EQ(shown("a" + long_name).size(), 199U) << "no half letters";
}

Spool spool_of(std::string_view body)
{
    Spool spool {std::filesystem::path()};
    for (std::size_t at = 0; at < body.size(); at += 10'000)
        EXPECT_TRUE(spool.append(body.substr(at, 10'000)).ok());
    return spool;
}

std::string bytes_of(std::filesystem::path const& path)
{
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

TEST(Body, StreamsFilesAndRemovesThemWithTheRequest)
{
    std::string photo(300'000, '\0');
    for (std::size_t i = 0; i < photo.size(); ++i)
        photo[i] = static_cast<char>(i * 31 % 251);
    Request request;
    request.content_type = "multipart/form-data; boundary=XyZ";
    auto const spool = spool_of(field("id", "01H") + file_part("foto", "nota.jpg", photo) + file_part("lain", "", "") + "--XyZ--\r\n");
    EXPECT_TRUE(spool.in_file());
    ASSERT_TRUE(read_body(request, spool).ok());
    EXPECT_EQ(request.form_value("id"), "01H");
    ASSERT_EQ(request.uploads.size(), 1U) << "a file field left empty is no upload";
    auto const* upload = request.upload("foto");
    ASSERT_NE(upload, nullptr);
    EXPECT_EQ(upload->filename, "nota.jpg");
    EXPECT_EQ(upload->content_type, "image/jpeg");
    EXPECT_EQ(upload->size, photo.size());
    auto const path = upload->path;
    EXPECT_EQ(bytes_of(path), photo);
    request = {};
    EXPECT_FALSE(std::filesystem::exists(path));
}

TEST(Body, RefusesAFieldBeyondItsLimit)
{
    Request request;
    request.content_type = "multipart/form-data; boundary=XyZ";
    EXPECT_TRUE(read_body(request, spool_of(field("a", std::string(64 * 1024, 'x')) + "--XyZ--")).ok());
    auto const refused = read_body(request, spool_of(field("a", std::string(64 * 1024 + 1, 'x')) + "--XyZ--"));
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, "multipart.field_too_large");
    request.content_type = "multipart/form-data";
    EXPECT_EQ(read_body(request, spool_of("x")).error().code, "multipart.malformed");
}

TEST(Body, GoesByItsType)
{
    auto const read = [](std::string type, std::string_view body) {
        Request request;
        request.content_type = std::move(type);
        EXPECT_TRUE(read_body(request, spool_of(body)).ok());
        return request;
    };
    EXPECT_EQ(read("application/x-www-form-urlencoded; charset=UTF-8", "a=b+c").form_value("a"), "b c");
    EXPECT_EQ(read("application/json", "{}").body, "{}");
    auto const raw = read("application/offset+octet-stream", "bytes");
    ASSERT_NE(raw.upload("body"), nullptr);
    EXPECT_EQ(bytes_of(raw.upload("body")->path), "bytes");
}

} // namespace
} // namespace rtkeren::http
