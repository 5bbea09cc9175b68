#include "http/http.hpp"

#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <atomic>
#include <fstream>
#include <thread>

namespace rtkeren::http {
namespace {

/// A plain socket: says exactly the bytes of a test, as slowly as the test wants.
class Client {
public:
    explicit Client(std::uint16_t port)
    {
        m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        timeval const patience {20, 0}; // only so that a broken server fails the test instead of hanging it
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        sockaddr_in address {};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        EXPECT_EQ(::connect(m_socket, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
    }
    ~Client()
    {
        if (m_socket >= 0)
            ::close(m_socket);
    }
    Client(Client&& other) noexcept : m_socket(std::exchange(other.m_socket, -1)), m_ahead(std::move(other.m_ahead)) { }
    Client(Client const&) = delete;
    Client& operator=(Client const&) = delete;

    bool send(std::string_view bytes) const
    {
        while (!bytes.empty()) {
            auto const sent = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0)
                return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }

    /// Head and body of the next answer; a body only as far as Content-Length says. "" when the server closed before.
    std::string receive(bool with_body = true)
    {
        while (m_ahead.find("\r\n\r\n") == std::string::npos) {
            if (!receive_some())
                return std::exchange(m_ahead, {});
        }
        auto const head_end = m_ahead.find("\r\n\r\n") + 4;
        auto const length_at = m_ahead.find("Content-Length: ");
        auto const length = with_body && length_at < head_end ? std::stoul(m_ahead.substr(length_at + 16)) : 0;
        while (m_ahead.size() < head_end + length && receive_some()) { }
        auto answer = m_ahead.substr(0, head_end + length);
        m_ahead.erase(0, head_end + length);
        return answer;
    }

    /// True once the server has closed and nothing is left to read.
    bool is_closed() { return m_ahead.empty() && !receive_some(); }

private:
    bool receive_some()
    {
        char bytes[16 * 1024];
        auto const count = ::recv(m_socket, bytes, sizeof bytes, 0);
        if (count > 0)
            m_ahead.append(bytes, static_cast<std::size_t>(count));
        return count > 0;
    }

    int m_socket {-1};
    std::string m_ahead;
};

std::string get(std::string const& path, std::string const& more = {})
{
    return "GET " + path + " HTTP/1.1\r\nHost: rtkeren.example\r\n" + more + "\r\n";
}

std::string post(std::string const& path, std::string const& type, std::string const& body, std::string const& more = {})
{
    auto const length = std::to_string(body.size());
    return "POST " + path + " HTTP/1.1\r\nHost: rtkeren.example\r\nContent-Type: " + type + "\r\nContent-Length: " + length + "\r\n" + more + "\r\n" + body;
}

std::string status_of(std::string const& answer)
{
    return answer.substr(0, answer.find("\r\n"));
}

std::string body_of(std::string const& answer)
{
    auto const end = answer.find("\r\n\r\n");
    return end == std::string::npos ? std::string {} : answer.substr(end + 4);
}

class ServerTest : public testing::Test {
protected:
    void SetUp() override
    {
        m_folder = std::filesystem::temp_directory_path() / ("rtkeren_server_test_" + std::to_string(::getpid()));
        std::filesystem::create_directories(m_folder);
        options.port = 0;
        options.workers = 2;
        options.upload_folder = m_folder;
        hooks.session = [this](Request const& request) -> std::optional<Session> {
            if (!request.cookies.contains("sesi"))
                return std::nullopt;
            ++sessions_asked;
            Session session;
            session.csrf = "rahasia";
            return session;
        };
        hooks.error_page = [](Request const&, std::optional<Session> const&, Error const& error) { return Response::page(error.code); };
        hooks.finish = [](Response& response) { response.header("X-Frame-Options", "DENY"); };
        routes = {
            {Method::Get, "/halo/{nama}", "", [](Exchange& exchange) { return Response::text("halo " + exchange.parameter("nama")); }, ""},
            {Method::Get, "/cepat", "", [](Exchange&) { return Response::text("cepat"); }, "", 0, true},
            {Method::Post, "/gema", "", [](Exchange& exchange) { return Response::text(exchange.request.form_value("teks") + exchange.request.body); }, ""},
            {Method::Post, "/unggah", "", take_upload, "", 2'000'000},
            {Method::Post, "/unggah/saya", "signed_in", take_upload, "", 2'000'000},
            {Method::Get, "/berkas", "", [this](Exchange&) { return file_response(); }, ""},
            {Method::Get, "/tunggu", "", [this](Exchange&) { return wait_in_handler(); }, ""},
        };
    }

    void TearDown() override
    {
        may_go.store(true);
        may_go.notify_all();
        if (m_thread.joinable()) {
            server->stop();
            m_thread.join();
        }
        server.reset();
        EXPECT_TRUE(std::filesystem::is_empty(m_folder)) << "temporary files go with their requests";
        std::filesystem::remove_all(m_folder);
    }

    void start()
    {
        auto opened = Server::open(options, routes, hooks);
        ASSERT_TRUE(opened.ok());
        server = std::move(opened).value();
        m_thread = std::thread([this] { server->run(); });
    }

    [[nodiscard]] Client connect() const { return Client(server->port()); }

    std::string ask(std::string const& request) const
    {
        auto client = connect();
        client.send(request);
        return client.receive();
    }

    static Response take_upload(Exchange& exchange)
    {
        auto const* upload = exchange.request.upload("foto");
        return Response::text(upload ? std::to_string(upload->size) + (std::filesystem::exists(upload->path) ? " in a file" : " nowhere") : "none");
    }

    Response file_response() const
    {
        Response response;
        response.content_type = "application/octet-stream";
        response.file = file;
        return response;
    }

    Response wait_in_handler()
    {
        ++waiting;
        waiting.notify_all();
        may_go.wait(false);
        return Response::text("sudah");
    }

    void until_waiting(int count)
    {
        for (auto seen = waiting.load(); seen < count; seen = waiting.load())
            waiting.wait(seen);
    }

    Options options;
    Hooks hooks;
    std::vector<Route> routes;
    std::unique_ptr<Server> server;
    std::filesystem::path file;
    std::atomic<int> sessions_asked {0};
    std::atomic<int> waiting {0};
    std::atomic<bool> may_go {false};

private:
    std::filesystem::path m_folder;
    std::thread m_thread;
};

TEST_F(ServerTest, AnswersOverOneConnectionAndPipelined)
{
    start();
    auto client = connect();
    for (auto const* name : {"Sri", "Budi"}) {
        client.send(get(std::string("/halo/") + name));
        auto const answer = client.receive();
        EXPECT_EQ(status_of(answer), "HTTP/1.1 200 OK");
        EXPECT_EQ(body_of(answer), std::string("halo ") + name);
        EXPECT_NE(answer.find("X-Frame-Options: DENY"), std::string::npos);
        EXPECT_NE(answer.find("Date: "), std::string::npos);
    }
    client.send(get("/halo/a") + get("/cepat") + post("/gema", "text/plain", "isi") + get("/halo/b", "Connection: close\r\n"));
    EXPECT_EQ(body_of(client.receive()), "halo a");
    EXPECT_EQ(body_of(client.receive()), "cepat");
    EXPECT_EQ(body_of(client.receive()), "isi");
    EXPECT_EQ(body_of(client.receive()), "halo b");
    EXPECT_TRUE(client.is_closed());
}

TEST_F(ServerTest, AnswersHeadWithoutBody)
{
    start();
    auto client = connect();
    client.send("HEAD /halo/Sri HTTP/1.1\r\nHost: x\r\n\r\n" + get("/cepat"));
    auto const answer = client.receive(false);
    EXPECT_NE(answer.find("Content-Length: 8\r\n"), std::string::npos);
    EXPECT_EQ(body_of(client.receive()), "cepat");
}

TEST_F(ServerTest, NamesTheMethodsOfAPath)
{
    start();
    auto const answer = ask("DELETE /gema HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(status_of(answer), "HTTP/1.1 405 Method Not Allowed");
    EXPECT_NE(answer.find("Allow: POST\r\n"), std::string::npos);
    EXPECT_EQ(status_of(ask(get("/gema"))), "HTTP/1.1 405 Method Not Allowed");
    EXPECT_EQ(status_of(ask("PUT /tidak/ada HTTP/1.1\r\nHost: x\r\n\r\n")), "HTTP/1.1 404 Not Found");
    EXPECT_EQ(status_of(ask(get("/tidak/ada"))), "HTTP/1.1 404 Not Found");
}

TEST_F(ServerTest, RefusesMalformedRequests)
{
    start();
    for (auto const* request : {"nonsense\r\n\r\n", "GET /halo/x HTTP/1.1\r\n\r\n", "GET /a%00b HTTP/1.1\r\nHost: x\r\n\r\n",
             "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
             "GET /cepat HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc", "POST /gema HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n",
             "POST /gema HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n",
             "POST /gema HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n"}) {
        auto client = connect();
        client.send(request);
        EXPECT_EQ(status_of(client.receive()), "HTTP/1.1 400 Bad Request") << request;
        EXPECT_TRUE(client.is_closed()) << request;
    }
    EXPECT_EQ(status_of(ask(get("/halo/x", "X-Long: " + std::string(20'000, 'x') + "\r\n"))).substr(0, 12), "HTTP/1.1 431");
    EXPECT_EQ(status_of(ask(post("/gema", "multipart/form-data; boundary=a", "rubbish"))), "HTTP/1.1 400 Bad Request");
}

TEST_F(ServerTest, EndsASlowHead)
{
    options.header_deadline_ms = 100;
    start();
    auto client = connect();
    auto sent = client.send("GET /halo/x HTTP/1.1\r\nHost: x\r\n");
    // A byte now and then keeps no connection: the deadline is absolute.
    for (int i = 0; i < 400 && sent; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
        sent = client.send("X");
    }
    EXPECT_FALSE(sent);
    EXPECT_EQ(body_of(ask(get("/halo/y"))), "halo y");
}

TEST_F(ServerTest, EndsAnIdleConnectionAndASlowBody)
{
    options.idle_deadline_ms = 60;
    options.body_deadline_ms = 60;
    start();
    auto idle = connect();
    EXPECT_TRUE(idle.is_closed());
    auto slow = connect();
    slow.send("POST /gema HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 10\r\n\r\nabc");
    EXPECT_TRUE(slow.is_closed());
}

TEST_F(ServerTest, RefusesALargeBodyFromItsHead)
{
    start();
    auto client = connect();
    client.send("POST /gema HTTP/1.1\r\nHost: x\r\nContent-Length: 65537\r\nExpect: 100-continue\r\n\r\n");
    auto const answer = client.receive();
    EXPECT_EQ(status_of(answer), "HTTP/1.1 413 Payload Too Large");
    EXPECT_EQ(body_of(answer), "request.too_large");
    EXPECT_NE(answer.find("Connection: close"), std::string::npos);
    auto chunked = connect();
    chunked.send("POST /gema HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
    std::string const chunk = "8000\r\n" + std::string(0x8000, 'x') + "\r\n";
    chunked.send(chunk + chunk + chunk);
    EXPECT_EQ(status_of(chunked.receive()), "HTTP/1.1 413 Payload Too Large");
}

std::string multipart_of(std::string const& bytes)
{
    return "--XyZ\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\nrahasia\r\n"
           "--XyZ\r\nContent-Disposition: form-data; name=\"foto\"; filename=\"nota.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"
        + bytes + "\r\n--XyZ--\r\n";
}

TEST_F(ServerTest, StreamsAnUploadToAFile)
{
    start();
    std::string const photo(1'500'000, 'f');
    EXPECT_EQ(body_of(ask(post("/unggah", "multipart/form-data; boundary=XyZ", multipart_of(photo)))), "1500000 in a file");
    EXPECT_EQ(body_of(ask(post("/unggah", "multipart/form-data; boundary=XyZ", multipart_of("kecil")))), "5 in a file");
    EXPECT_EQ(body_of(ask(post("/unggah/saya", "multipart/form-data; boundary=XyZ", multipart_of(photo), "Cookie: sesi=1\r\n"))), "1500000 in a file");
    EXPECT_EQ(sessions_asked.load(), 2) << "once before the body, once for the handler";
}

TEST_F(ServerTest, InvitesABodyOnlyFromThoseWhoMaySendIt)
{
    start();
    auto const body = multipart_of(std::string(100'000, 'f'));
    auto const head = "POST /unggah/saya HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=XyZ\r\nExpect: 100-continue\r\nContent-Length: "
        + std::to_string(body.size()) + "\r\n";
    auto stranger = connect();
    stranger.send(head + "\r\n");
    EXPECT_EQ(status_of(stranger.receive()), "HTTP/1.1 401 Unauthorized");
    auto member = connect();
    member.send(head + "Cookie: sesi=1\r\n\r\n");
    EXPECT_EQ(status_of(member.receive()), "HTTP/1.1 100 Continue");
    member.send(body);
    EXPECT_EQ(body_of(member.receive()), "100000 in a file");
    EXPECT_EQ(status_of(ask(head + "Cookie: sesi=1\r\nSec-Fetch-Site: cross-site\r\n\r\n")), "HTTP/1.1 403 Forbidden");
}

TEST_F(ServerTest, SendsFiles)
{
    file = std::filesystem::temp_directory_path() / ("rtkeren_server_file_" + std::to_string(::getpid()));
    std::string const content(300'000, 'z');
    std::ofstream(file) << content;
    start();
    EXPECT_EQ(body_of(ask(get("/berkas"))), content);
    std::filesystem::remove(file);
    EXPECT_EQ(status_of(ask(get("/berkas"))), "HTTP/1.1 500 Internal Server Error");
}

TEST_F(ServerTest, AnswersWhileHundredsWait)
{
    options.connection_limit_per_address = 400;
    options.header_deadline_ms = 60'000;
    start();
    std::vector<Client> phones;
    for (int i = 0; i < 300; ++i) {
        phones.push_back(connect());
        if (i % 2 == 0)
            phones.back().send("GET /halo/lambat HT");
    }
    EXPECT_EQ(body_of(ask(get("/halo/cepat"))), "halo cepat");
    phones[0].send("TP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(body_of(phones[0].receive()), "halo lambat");
}

TEST_F(ServerTest, TurnsAwayBeyondItsLimits)
{
    options.connection_limit_per_address = 3;
    start();
    std::vector<Client> phones;
    for (int i = 0; i < 3; ++i) {
        phones.push_back(connect());
        phones.back().send(get("/cepat"));
        EXPECT_EQ(body_of(phones.back().receive()), "cepat");
    }
    auto fourth = connect();
    EXPECT_EQ(status_of(fourth.receive()), "HTTP/1.1 503 Service Unavailable");
    phones[0].send(get("/cepat"));
    EXPECT_EQ(body_of(phones[0].receive()), "cepat");
}

TEST_F(ServerTest, SaysWhenItIsBusy)
{
    options.workers = 1;
    options.queue_limit = 1;
    start();
    auto running = connect();
    running.send(get("/tunggu"));
    until_waiting(1);
    auto queued = connect();
    auto late = connect();
    for (auto* client : {&queued, &late}) {
        client->send(get("/cepat"));
        EXPECT_EQ(body_of(client->receive()), "cepat");
    }
    queued.send(get("/halo/satu"));
    late.send(get("/cepat")); // answered after the other was read: the queue is full from here on
    EXPECT_EQ(body_of(late.receive()), "cepat") << "quick rows need no worker";
    late.send(get("/halo/dua"));
    auto const refused = late.receive();
    EXPECT_EQ(status_of(refused), "HTTP/1.1 503 Service Unavailable");
    EXPECT_NE(refused.find("Retry-After: 2"), std::string::npos);
    EXPECT_EQ(body_of(refused), "server.busy");
    late.send(get("/cepat"));
    EXPECT_EQ(body_of(late.receive()), "cepat") << "a refusal keeps the connection";
    may_go.store(true);
    may_go.notify_all();
    EXPECT_EQ(body_of(running.receive()), "sudah");
    EXPECT_EQ(body_of(queued.receive()), "halo satu");
}

TEST_F(ServerTest, StopsWithoutLosingAnAnswer)
{
    start();
    auto idle = connect();
    auto running = connect();
    running.send(get("/tunggu"));
    until_waiting(1);
    server->stop();
    EXPECT_TRUE(idle.is_closed());
    may_go.store(true);
    may_go.notify_all();
    auto const answer = running.receive();
    EXPECT_EQ(body_of(answer), "sudah");
    EXPECT_NE(answer.find("Connection: close"), std::string::npos);
}

TEST_F(ServerTest, SaysWhyItCannotListen)
{
    start();
    auto taken = options;
    taken.port = server->port();
    auto const refused = Server::open(taken, {}, {});
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, "environment.port_in_use");
    EXPECT_EQ(refused.error().kind, ErrorKind::Unavailable);
    taken.address = "not an address";
    EXPECT_EQ(Server::open(taken, {}, {}).error().code, "environment.address");
    taken.upload_folder = "/does/not/exist";
    EXPECT_EQ(Server::open(taken, {}, {}).error().code, "environment.folder");
}

} // namespace
} // namespace rtkeren::http
