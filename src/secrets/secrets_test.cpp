#include "secrets/secrets.hpp"

#include "base/text.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

namespace rtkeren::secrets {
namespace {

constexpr Cell nik_of_one {"person", "nik", "01A"};

struct SecretsFolder : testing::Test {
    std::filesystem::path folder {std::filesystem::temp_directory_path() / ("rtk_secrets_" + std::to_string(getpid()))};
    std::filesystem::path file {folder / "keys"};
    SecretsFolder() { std::filesystem::create_directories(folder); }
    ~SecretsFolder() override { std::filesystem::remove_all(folder); }
    void write(std::string const& text) const { std::ofstream(file) << text; }
};

TEST_F(SecretsFolder, CreatesAFileThatOnlyItsOwnerReads)
{
    auto const keys = Keys::create(file);
    ASSERT_TRUE(keys.ok());
    struct stat status {};
    ASSERT_EQ(stat(file.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0600U);
    EXPECT_EQ(Keys::create(file).error().code, "environment.keys_exist");
    auto const opened = Keys::open(file);
    ASSERT_TRUE(opened.ok());
    EXPECT_EQ(opened->fingerprint(), keys->fingerprint());
    EXPECT_EQ(opened->unseal(nik_of_one, keys->seal(nik_of_one, "3572")).value(), "3572");
}

TEST_F(SecretsFolder, RefusesFilesThatAreMissingOpenToOthersOrBroken)
{
    EXPECT_EQ(Keys::open(file).error().code, "environment.keys_missing");
    ASSERT_TRUE(Keys::create(file).ok());
    std::filesystem::permissions(file, std::filesystem::perms::others_read, std::filesystem::perm_options::add);
    EXPECT_EQ(Keys::open(file).error().code, "environment.keys_readable");
    std::filesystem::permissions(file, std::filesystem::perms::others_read, std::filesystem::perm_options::remove);
    for (auto const* text : {"\n", "index 00\n", "nonsense", "1 aa"}) {
        write(text);
        EXPECT_EQ(Keys::open(file).error().code, "environment.keys_broken") << text;
    }
    EXPECT_EQ(Keys::create(folder / "no" / "keys").error().code, "environment.keys_unwritable");
}

TEST_F(SecretsFolder, RotationSealsAnewAndOpensTheOld)
{
    auto keys = Keys::create(file).value();
    auto const old = keys.seal(nik_of_one, "3572");
    auto const looked_up = keys.lookup("person.nik", "3572");
    ASSERT_TRUE(keys.rotate(file).ok());
    auto const reopened = Keys::open(file).value();
    EXPECT_EQ(reopened.newest(), 2);
    EXPECT_EQ(Keys::number_of(old), 1);
    EXPECT_EQ(Keys::number_of(reopened.seal(nik_of_one, "3572")), 2);
    EXPECT_EQ(reopened.unseal(nik_of_one, old).value(), "3572");
    EXPECT_EQ(reopened.lookup("person.nik", "3572"), looked_up);
}

TEST_F(SecretsFolder, TheSheetGivesTheKeysBackAndFindsASlip)
{
    auto keys = Keys::create(file).value();
    ASSERT_TRUE(keys.rotate(file).ok());
    auto sheet = keys.recovery_text();
    auto const back = Keys::recover(sheet);
    ASSERT_TRUE(back.ok());
    EXPECT_EQ(back->unseal(nik_of_one, keys.seal(nik_of_one, "x")).value(), "x");
    auto const digit = sheet.rfind("2: ") + 3;
    sheet[digit] = sheet[digit] == '0' ? '1' : '0';
    auto const slip = Keys::recover(sheet);
    ASSERT_FALSE(slip.ok());
    EXPECT_EQ(slip.error().code, "secrets.recovery");
    EXPECT_EQ(slip.error().arguments.front().second, "3");
}

TEST(Secrets, SealedTextOpensOnlyWhereItWasPut)
{
    FixedEnv env {Instant {}};
    auto const keys = Keys::from(env);
    auto const sealed = keys.seal(nik_of_one, "3572010101900001");
    EXPECT_EQ(sealed.find("3572"), std::string::npos);
    EXPECT_NE(sealed, keys.seal(nik_of_one, "3572010101900001"));
    for (auto const& other : {Cell {"person", "nik", "01B"}, Cell {"person", "kk", "01A"}, Cell {"persons", "nik", "01A"}, Cell {"person", "nik0", "1A"}})
        EXPECT_EQ(keys.unseal(other, sealed).error().code, "secrets.sealed");
}

TEST(Secrets, EveryAlterationIsSeen)
{
    rc::check([] {
        FixedEnv env {Instant {}};
        auto const keys = Keys::from(env);
        auto const plain = *rc::gen::arbitrary<std::string>();
        auto const sealed = keys.seal(nik_of_one, plain);
        RC_ASSERT(keys.unseal(nik_of_one, sealed).value() == plain);
        auto altered = sealed;
        auto const at = *rc::gen::inRange<std::size_t>(0, altered.size());
        altered[at] = altered[at] == 'A' ? 'B' : 'A';
        RC_ASSERT(!keys.unseal(nik_of_one, altered).ok());
        RC_ASSERT(!keys.unseal(nik_of_one, sealed.substr(0, at)).ok());
    });
}

TEST(Secrets, LookupsDifferByPurposeAndKeys)
{
    FixedEnv env {Instant {}};
    auto const keys = Keys::from(env);
    auto const others = Keys::from(env);
    EXPECT_EQ(keys.lookup("a", "x"), keys.lookup("a", "x"));
    EXPECT_NE(keys.lookup("a", "x"), keys.lookup("b", "x"));
    EXPECT_NE(keys.lookup("a", "x"), others.lookup("a", "x"));
    EXPECT_EQ(keys.lookup("a", "x").size(), 64U);
}

TEST(Secrets, PasswordsVerify)
{
    auto const hash = hash_password("kata sandi yang panjang");
    EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$")) << hash;
    EXPECT_TRUE(verify_password(hash, "kata sandi yang panjang"));
    EXPECT_FALSE(verify_password(hash, "kata sandi yang pendek"));
    EXPECT_FALSE(verify_password("", "x"));
    EXPECT_FALSE(verify_password(std::string(500, 'a'), "x"));
    EXPECT_FALSE(needs_rehash(hash));
}

TEST_F(SecretsFolder, HashesFilesAndPieces)
{
    constexpr std::string_view of_abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"; // FIPS 180-2, B.1
    EXPECT_EQ(sha256("abc").str(), of_abc);
    write("abc");
    EXPECT_EQ(sha256_file(file).value().str(), of_abc);
    EXPECT_EQ(sha256_file(folder / "missing").error().code, "environment.file_unreadable");
    Sha256Stream stream;
    stream.update("a");
    stream.update("bc");
    EXPECT_EQ(stream.finish().str(), of_abc);
}

TEST(Secrets, TokensHaveTheirLengthAndDiffer)
{
    FixedEnv env {Instant {}};
    EXPECT_EQ(token(env, 20).size(), 32U);
    EXPECT_NE(token(env, 20), token(env, 20));
    auto const code = readable_code(env, 3);
    EXPECT_EQ(code.size(), 14U);
    EXPECT_EQ(code[4], '-');
    EXPECT_TRUE(equal_in_constant_time("abc", "abc"));
    EXPECT_FALSE(equal_in_constant_time("abc", "abd"));
    EXPECT_FALSE(equal_in_constant_time("abc", "abcd"));
}

} // namespace
} // namespace rtkeren::secrets
